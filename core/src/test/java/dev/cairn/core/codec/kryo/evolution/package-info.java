/** Snapshots that are read by other versions of the classes than those that wrote them. */
@NullMarked
package dev.cairn.core.codec.kryo.evolution;

import org.jspecify.annotations.NullMarked;
