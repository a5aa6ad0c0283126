/** From a snapshot to writes into the live objects, or to copies of them. */
@NullMarked
package dev.cairn.core.codec.kryo.read;

import org.jspecify.annotations.NullMarked;
