/** Programs that save and load by hand. */
@NullMarked
package dev.cairn.it.byhand.program;

import org.jspecify.annotations.NullMarked;
