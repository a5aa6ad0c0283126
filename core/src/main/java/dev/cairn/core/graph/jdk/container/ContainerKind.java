package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.app.Fields;
import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.SlotAccess;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.Origin;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A container of the JDK, or the application's subclass of one: slots, fields and elements. */
abstract class ContainerKind extends NodeKind {
  private final Base base;
  private final List<MadeSlot> made;
  private final SlotAccess[] compared;
  private final SlotAccess[] others;
  private final @Nullable Constructor<?> allocator;

  ContainerKind(Class<?> type, Base base, Access access) throws ReflectiveOperationException {
    this(type, base, fields(type, base, access), access);
  }

  private ContainerKind(Class<?> type, Base base, Fields fields, Access access)
      throws ReflectiveOperationException {
    super(type, fields.layout());
    this.base = base;
    this.made = MadeSlot.placed(base.slots(), fields.layout());
    this.compared = accesses(fields, true);
    this.others = accesses(fields, false);
    this.allocator = isOwn(type) ? access.allocator(type, base.type()) : null;
  }

  /** Whether a class is the application's, as against an implementation inside the JDK. */
  static boolean isOwn(Class<?> type) {
    return !Origin.isJdk(type);
  }

  private static Fields fields(Class<?> type, Base base, Access access)
      throws IllegalAccessException {
    Layout.Builder layout = Layout.of(type.getName()).body(base.traits().body(), Object.class);
    if (!base.traits().ordered()) {
      layout.unordered();
    }
    base.slots().forEach(slot -> layout.slot(slot.slot()));
    return Fields.of(type, isOwn(type) ? base.type() : type, layout, access);
  }

  private SlotAccess[] accesses(Fields fields, boolean wanted) {
    List<SlotAccess> all = new ArrayList<>(made);
    all.addAll(List.of(fields.handles()));
    return all.stream()
        .filter(access -> (access.slot().mark() == Mark.COMPARED) == wanted)
        .sorted((a, b) -> Integer.compare(a.slot().index(), b.slot().index()))
        .toArray(SlotAccess[]::new);
  }

  @Override
  public final boolean asksElements() {
    return base.traits().asking();
  }

  @Override
  public final Optional<String> obstacle(Object object) {
    return base.insides().obstacle(object);
  }

  @Override
  public final void visit(Object object, ContentSink sink) {
    for (SlotAccess slot : compared) {
      slot.visit(object, sink);
    }
    visitBody(object, sink);
    for (SlotAccess slot : others) {
      slot.visit(object, sink);
    }
  }

  @Override
  public final Object create(Content content) {
    if (allocator == null) {
      return base.maker().apply(values(content, true));
    }
    Object instance = Fields.allocate(allocator);
    base.adopter().accept(instance, values(content, true));
    return instance;
  }

  @Override
  public final void assign(Object object, Content content) {
    for (SlotAccess slot : compared) {
      slot.assign(object, content);
    }
    for (SlotAccess slot : others) {
      slot.assign(object, content);
    }
    assignBody(object, content);
  }

  /** Gives an emptied container the recorded capacity. */
  final void prepare(Object object, Content content) {
    base.insides().prepare(object, values(content, false));
  }

  /** Puts a filled container in the recorded order. */
  final void settle(Object object, Content content) {
    base.insides().settle(object, values(content, false), content.elements());
  }

  /**
   * Whether what the container has besides its elements is as recorded. What it was made with never
   * changes, and is not recorded of what was there.
   */
  final boolean hasSlotsOf(Object object, Content content) {
    for (MadeSlot slot : made) {
      boolean constant = slot.slot().atCreation();
      if (!constant && !Objects.equals(slot.getter().apply(object), slot.value(content))) {
        return false;
      }
    }
    return true;
  }

  private Map<String, @Nullable Object> values(Content content, boolean earlyOnly) {
    if (made.isEmpty()) {
      return Map.of();
    }
    Map<String, @Nullable Object> values = new HashMap<>();
    for (MadeSlot slot : made) {
      if (!earlyOnly || slot.slot().atCreation()) {
        values.put(slot.slot().name(), slot.value(content));
      }
    }
    return values;
  }

  /** Fills an emptied container. */
  final void fill(Object object, Runnable filling) {
    base.insides().fill(object, filling);
  }

  /** Whether an element that was changed may no longer be found, although it is there. */
  final boolean mayLoseElements() {
    return !base.insides().tellsPlaces();
  }

  /** How it treats its elements. */
  final Base.Traits traits() {
    return base.traits();
  }

  /** Whether it may rightly change while it is read. */
  final boolean isConcurrent() {
    return base.type().getPackageName().equals("java.util.concurrent");
  }

  abstract void visitBody(Object object, ContentSink sink);

  abstract void assignBody(Object object, Content content);
}
