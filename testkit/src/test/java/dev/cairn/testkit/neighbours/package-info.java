/** Processes that work on one store at once, one of them in the midst of each call of the other. */
@NullMarked
package dev.cairn.testkit.neighbours;

import org.jspecify.annotations.NullMarked;
