/** The command {@code settings}. */
@NullMarked
package dev.cairn.cli.settings;

import org.jspecify.annotations.NullMarked;
