/** Stores of every version of the format, as that version wrote them. */
@NullMarked
package dev.cairn.testkit.golden;

import org.jspecify.annotations.NullMarked;
