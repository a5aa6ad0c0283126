/** Snapshots that were written once and must be read for ever. */
@NullMarked
package dev.cairn.core.codec.kryo.golden;

import org.jspecify.annotations.NullMarked;
