package dev.cairn.core.graph.app;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects that the application takes apart and puts together itself. */
public final class SerializedKind extends NodeKind {
  private final Serializer serializer;

  /** The kind of a type with its serializer. */
  public SerializedKind(Class<?> type, Serializer serializer) {
    super(type, layout(type, serializer.isInPlace()));
    this.serializer = serializer;
  }

  private static Layout layout(Class<?> type, boolean inPlace) {
    Layout.Builder layout = Layout.of(type.getName()).body(Body.ELEMENTS, Object.class);
    return inPlace ? layout.build() : layout.bodyAtCreation().build();
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    @Nullable Object[] parts = serializer.toState(object);
    sink.body(parts.length);
    for (Object part : parts) {
      sink.element(part instanceof byte[] bytes ? new PartBytes(bytes.clone()) : part);
    }
  }

  @Override
  public Object create(Content content) {
    Object made =
        serializer.isInPlace() ? serializer.create() : serializer.fromState(parts(content));
    if (made.getClass() != type()) {
      throw new IllegalStateException(
          "its serializer " + serializer + " made a " + made.getClass().getName());
    }
    return made;
  }

  @Override
  public void assign(Object object, Content content) {
    if (serializer.isInPlace()) {
      serializer.restore(object, parts(content));
    }
  }

  private static List<? extends @Nullable Object> parts(Content content) {
    @Nullable Object[] parts = content.elements().clone();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] instanceof PartBytes part) {
        parts[i] = part.bytes().clone();
      }
    }
    return Arrays.asList(parts);
  }

  /** Parts are to be complete when the application is given them. */
  @Override
  public boolean asksElements() {
    return serializer.isInPlace();
  }
}
