/** Formats, calendars and time zones of the old sort. */
@NullMarked
package dev.cairn.core.graph.jdk.format;

import org.jspecify.annotations.NullMarked;
