/** What happened, as counters of the JVM's management server. */
@NullMarked
package dev.cairn.core.event.jmx;

import org.jspecify.annotations.NullMarked;
