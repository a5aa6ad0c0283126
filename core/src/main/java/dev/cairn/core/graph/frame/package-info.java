/** The inputs of a call as named places: its arguments and the fields that its stage uses. */
@NullMarked
package dev.cairn.core.graph.frame;

import org.jspecify.annotations.NullMarked;
