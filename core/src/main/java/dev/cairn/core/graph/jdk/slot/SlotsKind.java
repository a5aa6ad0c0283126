package dev.cairn.core.graph.jdk.slot;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Objects of the JDK that are a few parts with a reader and a writer each. */
public final class SlotsKind extends NodeKind {
  private final List<MadeSlot> slots;
  private final Function<Map<String, @Nullable Object>, Object> maker;
  private final boolean late;
  private final Function<Object, Optional<String>> obstacle;

  /**
   * The kind of a class.
   *
   * @param maker makes an instance from the slots that are needed for it, by name
   */
  public SlotsKind(
      Class<?> type, List<MadeSlot> slots, Function<Map<String, @Nullable Object>, Object> maker) {
    this(type, slots, maker, false, object -> Optional.empty());
  }

  private SlotsKind(
      Class<?> type,
      List<MadeSlot> slots,
      Function<Map<String, @Nullable Object>, Object> maker,
      boolean late,
      Function<Object, Optional<String>> obstacle) {
    super(type, layout(type, slots));
    this.slots = MadeSlot.placed(slots, layout());
    this.maker = maker;
    this.late = late;
    this.obstacle = obstacle;
  }

  /** The same, but written after everything that does not ask its elements. */
  public SlotsKind late() {
    return new SlotsKind(type(), slots, maker, true, obstacle);
  }

  /** The same, but some instances do not come back exactly as they are, for a reason. */
  public SlotsKind unless(Function<Object, Optional<String>> reason) {
    return new SlotsKind(type(), slots, maker, late, reason);
  }

  @Override
  public boolean asksElements() {
    return late;
  }

  @Override
  public Optional<String> obstacle(Object object) {
    return obstacle.apply(object);
  }

  private static Layout layout(Class<?> type, List<MadeSlot> slots) {
    Layout.Builder layout = Layout.of(type.getName());
    slots.forEach(slot -> layout.slot(slot.slot()));
    return layout.build();
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    for (MadeSlot slot : slots) {
      slot.visit(object, sink);
    }
  }

  @Override
  public Object create(Content content) {
    Map<String, @Nullable Object> early = new HashMap<>();
    for (MadeSlot slot : slots) {
      if (slot.slot().atCreation()) {
        early.put(slot.slot().name(), slot.value(content));
      }
    }
    return maker.apply(early);
  }

  @Override
  public void assign(Object object, Content content) {
    for (MadeSlot slot : slots) {
      slot.assign(object, content);
    }
  }
}
