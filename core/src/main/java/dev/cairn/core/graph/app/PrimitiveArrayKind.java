package dev.cairn.core.graph.app;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import java.lang.reflect.Array;

/** Arrays of primitives. Made from a content that has the length only. */
public final class PrimitiveArrayKind extends NodeKind {

  /** The kind of an array class. */
  public PrimitiveArrayKind(Class<?> type) {
    super(
        type,
        Layout.of(type.getName())
            .body(Body.PRIMITIVES, type.getComponentType())
            .countAtCreation()
            .build());
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    sink.primitives(object);
  }

  @Override
  public Object create(Content content) {
    return Array.newInstance(type().getComponentType(), content.count());
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy")
  public void assign(Object object, Content content) {
    Object from = content.primitives();
    System.arraycopy(from, 0, object, 0, Array.getLength(object));
  }
}
