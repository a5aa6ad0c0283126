/** What happens, as events of the JVM's flight recorder. */
@NullMarked
package dev.cairn.core.event.jfr;

import org.jspecify.annotations.NullMarked;
