/** What the annotations say, as values. */
@NullMarked
package dev.cairn.agent.mark;

import org.jspecify.annotations.NullMarked;
