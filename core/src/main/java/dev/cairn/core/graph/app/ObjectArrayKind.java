package dev.cairn.core.graph.app;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Arrays of references. Made from a content that has the length only. */
public final class ObjectArrayKind extends NodeKind {

  /** The kind of an array class. */
  public ObjectArrayKind(Class<?> type) {
    super(
        type,
        Layout.of(type.getName())
            .body(Body.ELEMENTS, type.getComponentType())
            .countAtCreation()
            .build());
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    @Nullable Object[] array = (@Nullable Object[]) object;
    sink.body(array.length);
    for (Object element : array) {
      sink.element(element);
    }
  }

  @Override
  public Object create(Content content) {
    return Array.newInstance(type().getComponentType(), content.count());
  }

  @Override
  public void assign(Object object, Content content) {
    @Nullable Object[] elements = content.elements();
    System.arraycopy(elements, 0, (@Nullable Object[]) object, 0, elements.length);
  }
}
