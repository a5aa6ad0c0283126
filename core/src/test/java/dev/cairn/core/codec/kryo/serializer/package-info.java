/** Types that an application treats itself. */
@NullMarked
package dev.cairn.core.codec.kryo.serializer;

import org.jspecify.annotations.NullMarked;
