/** Real programs in JVMs of their own, with cairn.jar as users get it. */
@NullMarked
package dev.cairn.it;

import org.jspecify.annotations.NullMarked;
