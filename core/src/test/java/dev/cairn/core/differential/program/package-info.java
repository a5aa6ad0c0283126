/** Random programs on random heaps, in steps of which any can be left out. */
@NullMarked
package dev.cairn.core.differential.program;

import org.jspecify.annotations.NullMarked;
