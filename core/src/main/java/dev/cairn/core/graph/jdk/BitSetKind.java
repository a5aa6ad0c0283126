package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import java.util.BitSet;

/** Sets of bits. */
final class BitSetKind extends NodeKind {

  BitSetKind() {
    super(
        BitSet.class, Layout.of(BitSet.class.getName()).body(Body.PRIMITIVES, long.class).build());
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    sink.primitives(((BitSet) object).toLongArray());
  }

  @Override
  public Object create(Content content) {
    return new BitSet();
  }

  @Override
  public void assign(Object object, Content content) {
    BitSet bits = (BitSet) object;
    bits.clear();
    bits.or(BitSet.valueOf((long[]) content.primitives()));
  }
}
