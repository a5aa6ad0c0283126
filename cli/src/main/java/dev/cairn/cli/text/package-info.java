/** Texts, tables, figures and JSON for whoever reads what a command writes. */
@NullMarked
package dev.cairn.cli.text;

import org.jspecify.annotations.NullMarked;
