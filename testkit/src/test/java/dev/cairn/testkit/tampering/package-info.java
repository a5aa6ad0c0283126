/** Objects of a store put where they do not belong, and what becomes of it. */
@NullMarked
package dev.cairn.testkit.tampering;

import org.jspecify.annotations.NullMarked;
