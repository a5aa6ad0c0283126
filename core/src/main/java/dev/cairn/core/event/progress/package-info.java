/** How far long pieces of work are, as one line of a terminal. */
@NullMarked
package dev.cairn.core.event.progress;

import org.jspecify.annotations.NullMarked;
