/** What Cairn tells: events after the fact, their listeners, and the lines that people read. */
@NullMarked
package dev.cairn.core.event;

import org.jspecify.annotations.NullMarked;
