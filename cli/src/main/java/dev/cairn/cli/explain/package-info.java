/** The command {@code explain}. */
@NullMarked
package dev.cairn.cli.explain;

import org.jspecify.annotations.NullMarked;
