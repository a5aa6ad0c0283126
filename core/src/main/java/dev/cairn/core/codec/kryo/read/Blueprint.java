package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.Restoration;
import dev.cairn.core.codec.kryo.schema.LayoutMatch;
import dev.cairn.core.graph.type.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * How new objects of one class are made and filled, found once for all of them.
 *
 * @param match how what was recorded of them fits
 * @param direct fills them without a detour, where that is possible
 * @param care whether they are to be looked at again when everything is written
 */
record Blueprint(LayoutMatch match, @Nullable PlainFill direct, boolean care) {

  static Blueprint of(LayoutMatch match, boolean wanted, Kinds kinds) {
    PlainFill direct = wanted ? PlainFill.of(match).orElse(null) : null;
    return new Blueprint(match, direct, Restoration.care(match.kind(), kinds));
  }
}
