/**
 * The heap after a restore is the heap after the real execution: random programs on random heaps,
 * compared by a reader of its own. A failure shrinks to a short program that people can read.
 */
@NullMarked
package dev.cairn.core.differential;

import org.jspecify.annotations.NullMarked;
