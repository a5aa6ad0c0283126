/** The snapshot format on Kryo's buffers: the only importer of Kryo. */
@NullMarked
package dev.cairn.core.codec.kryo;

import org.jspecify.annotations.NullMarked;
