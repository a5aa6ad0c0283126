package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code List.of} and {@code Stream.toList} return: made whole, never written. */
final class ImmutableListKind extends NodeKind {
  private final Slot nulls;

  ImmutableListKind(Class<?> type) {
    super(
        type,
        Layout.of(type.getName())
            .slot(Slot.made("nulls", boolean.class, Mark.COMPARED).creating())
            .body(Body.ELEMENTS, Object.class)
            .bodyAtCreation()
            .build());
    this.nulls = layout().slots().get(0);
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    List<?> list = (List<?>) object;
    sink.primitive(nulls, takesNull(list) ? 1 : 0);
    sink.body(list.size());
    list.forEach(sink::element);
  }

  /** Lists that hold no null refuse even the question. */
  private static boolean takesNull(List<?> list) {
    try {
      return list.indexOf(null) >= -1;
    } catch (NullPointerException e) {
      return false;
    }
  }

  @Override
  public Object create(Content content) {
    @Nullable Object[] elements = content.elements();
    if (content.bits(nulls) != 0) {
      return Arrays.stream(elements).toList();
    }
    return List.of(elements);
  }

  @Override
  public void assign(Object object, Content content) {}
}
