/** Classes as a snapshot describes them, and how they fit those of now. */
@NullMarked
package dev.cairn.core.codec.kryo.schema;

import org.jspecify.annotations.NullMarked;
