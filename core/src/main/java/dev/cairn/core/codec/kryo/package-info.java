/** One way to write snapshots: the format {@code kryo/1}. */
@NullMarked
package dev.cairn.core.codec.kryo;

import org.jspecify.annotations.NullMarked;
