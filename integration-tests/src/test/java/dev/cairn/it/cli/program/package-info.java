/** The program whose runs the command line shows. */
@NullMarked
package dev.cairn.it.cli.program;

import org.jspecify.annotations.NullMarked;
