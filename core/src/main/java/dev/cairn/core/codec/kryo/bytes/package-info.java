/** The bytes of a snapshot: the numbers of the format, and the only importer of Kryo. */
@NullMarked
package dev.cairn.core.codec.kryo.bytes;

import org.jspecify.annotations.NullMarked;
