/** Programs that are killed, halted or fail at every point, started again, and compared. */
@NullMarked
package dev.cairn.it.crash;

import org.jspecify.annotations.NullMarked;
