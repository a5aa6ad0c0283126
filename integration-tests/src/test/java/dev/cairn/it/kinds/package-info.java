/** The table of kinds of object: written in one JVM, restored and used in another. */
@NullMarked
package dev.cairn.it.kinds;

import org.jspecify.annotations.NullMarked;
