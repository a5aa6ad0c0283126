/** The command line behind {@code java -jar cairn.jar}: looks at stores and settings. */
@NullMarked
package dev.cairn.cli;

import org.jspecify.annotations.NullMarked;
