package dev.cairn.core.graph.jdk.view;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.slot.SlotsKind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Key sets, value collections and entry sets: windows on a map, made by asking it for them. */
public final class MapViews {
  private static final String MAP = "map";

  private MapViews() {}

  /** The kind of a class, if its instances are views whose map can be found. */
  public static Optional<NodeKind> of(Class<?> type, Access access) {
    String name = type.isAnonymousClass() ? type.getName() : type.getSimpleName();
    Optional<PrivateField> field = owner(type, access);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    if (type == ConcurrentHashMap.KeySetView.class) {
      return Optional.of(keySetView());
    }
    Optional<PrivateField> reversed = access.jdkField(type, "reversed");
    return viewer(name).map(viewer -> kind(type, field.get(), viewer).unless(turned(reversed)));
  }

  private static Function<Object, Optional<String>> turned(Optional<PrivateField> reversed) {
    return view ->
        reversed.isPresent() && reversed.get().bits(view) != 0
            ? Optional.of("it is a reversed window; copy it")
            : Optional.empty();
  }

  private static Optional<PrivateField> owner(Class<?> type, Access access) {
    Class<?> outer = type.getEnclosingClass();
    if (outer == null || !Map.class.isAssignableFrom(outer)) {
      return Optional.empty();
    }
    if (outer == ConcurrentHashMap.class && Collection.class.isAssignableFrom(type)) {
      return access.jdkField(type.getSuperclass(), MAP);
    }
    return access.jdkField(type, "this$0").or(() -> access.jdkField(type, "m"));
  }

  private static Optional<Function<Map<?, ?>, Object>> viewer(String name) {
    return switch (name) {
      case "KeySet", "LinkedKeySet", "java.util.AbstractMap$1" -> Optional.of(Map::keySet);
      case "Values", "LinkedValues", "ValuesView", "java.util.AbstractMap$2" ->
          Optional.of(Map::values);
      case "EntrySet",
          "LinkedEntrySet",
          "EntrySetView",
          "AscendingEntrySetView",
          "DescendingEntrySetView" ->
          Optional.of(Map::entrySet);
      default -> Optional.empty();
    };
  }

  private static SlotsKind kind(
      Class<?> type, PrivateField field, Function<Map<?, ?>, Object> viewer) {
    return new SlotsKind(
        type,
        List.of(MadeSlot.early(MAP, Map.class, field::get)),
        slots -> viewer.apply(map(slots)));
  }

  private static Map<?, ?> map(Map<String, @Nullable Object> slots) {
    if (slots.get(MAP) instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("a view without a map");
  }

  /** What {@code ConcurrentHashMap.newKeySet} makes is such a view too. */
  private static NodeKind keySetView() {
    Function<Object, ConcurrentHashMap.KeySetView<?, ?>> view =
        object -> (ConcurrentHashMap.KeySetView<?, ?>) object;
    List<MadeSlot> parts =
        List.of(
            MadeSlot.early(MAP, ConcurrentHashMap.class, object -> view.apply(object).getMap()),
            MadeSlot.early("value", Object.class, object -> view.apply(object).getMappedValue()));
    return new SlotsKind(
        ConcurrentHashMap.KeySetView.class, parts, slots -> keySet(map(slots), slots));
  }

  @SuppressWarnings("unchecked")
  private static Object keySet(Map<?, ?> map, Map<String, @Nullable Object> slots) {
    ConcurrentHashMap<Object, Object> owner = (ConcurrentHashMap<Object, Object>) map;
    Object value = slots.get("value");
    return value == null ? owner.keySet() : owner.keySet(value);
  }
}
