/** The differences of two checkpoints, for people and for programs. */
@NullMarked
package dev.cairn.cli.diff;

import org.jspecify.annotations.NullMarked;
