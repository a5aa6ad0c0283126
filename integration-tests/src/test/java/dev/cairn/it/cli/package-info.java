/** The command line as users start it: {@code java -jar cairn.jar}. */
@NullMarked
package dev.cairn.it.cli;

import org.jspecify.annotations.NullMarked;
