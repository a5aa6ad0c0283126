/** From the live objects to a snapshot. */
@NullMarked
package dev.cairn.core.codec.kryo.write;

import org.jspecify.annotations.NullMarked;
