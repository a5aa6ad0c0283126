/** Checkpoints as files of their own: {@code export}, {@code import}. */
@NullMarked
package dev.cairn.cli.transfer;

import org.jspecify.annotations.NullMarked;
