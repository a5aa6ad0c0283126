/** Depth, and changes by other threads. */
@NullMarked
package dev.cairn.core.codec.kryo.limits;

import org.jspecify.annotations.NullMarked;
