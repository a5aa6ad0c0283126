/** Every state that a crash of the system may leave a store in. */
@NullMarked
package dev.cairn.testkit.crash;

import org.jspecify.annotations.NullMarked;
