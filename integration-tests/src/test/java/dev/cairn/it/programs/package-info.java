/** Libraries that many use, under the agent: killed, started again, and compared. */
@NullMarked
package dev.cairn.it.programs;

import org.jspecify.annotations.NullMarked;
