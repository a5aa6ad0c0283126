package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.slot.SlotsKind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Key sets, value collections and entry sets: windows on a map, made by asking it for them. */
final class MapViews {
  private static final String MAP = "map";

  private MapViews() {}

  /** The kind of a class, if its instances are views whose map can be found. */
  static Optional<NodeKind> of(Class<?> type, Access access) {
    String name = type.getSimpleName();
    Optional<PrivateField> field = owner(type, access);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    if (type == ConcurrentHashMap.KeySetView.class) {
      return Optional.of(keySetView());
    }
    return viewer(name).map(viewer -> kind(type, field.get(), viewer));
  }

  private static Optional<PrivateField> owner(Class<?> type, Access access) {
    Class<?> outer = type.getEnclosingClass();
    if (outer == null || !Map.class.isAssignableFrom(outer)) {
      return Optional.empty();
    }
    if (outer == ConcurrentHashMap.class && Collection.class.isAssignableFrom(type)) {
      return access.jdkField(type.getSuperclass(), MAP);
    }
    boolean keysOfTree = outer == TreeMap.class && type.getSimpleName().equals("KeySet");
    return access.jdkField(type, keysOfTree ? "m" : "this$0");
  }

  private static Optional<Function<Map<?, ?>, Object>> viewer(String name) {
    return switch (name) {
      case "KeySet", "LinkedKeySet" -> Optional.of(Map::keySet);
      case "Values", "LinkedValues", "ValuesView" -> Optional.of(Map::values);
      case "EntrySet", "LinkedEntrySet", "EntrySetView" -> Optional.of(Map::entrySet);
      default -> Optional.empty();
    };
  }

  private static NodeKind kind(
      Class<?> type, PrivateField field, Function<Map<?, ?>, Object> viewer) {
    return new SlotsKind(
        type, List.of(slot(MAP, Map.class, field::get)), slots -> viewer.apply(map(slots)));
  }

  private static Map<?, ?> map(Map<String, @Nullable Object> slots) {
    if (slots.get(MAP) instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("a view without a map");
  }

  private static MadeSlot slot(
      String name, Class<?> type, Function<Object, @Nullable Object> getter) {
    return new MadeSlot(
        Slot.made(name, type, Mark.COMPARED).creating(), getter, (object, value) -> {});
  }

  /** What {@code ConcurrentHashMap.newKeySet} makes is such a view too. */
  private static NodeKind keySetView() {
    Function<Object, ConcurrentHashMap.KeySetView<?, ?>> view =
        object -> (ConcurrentHashMap.KeySetView<?, ?>) object;
    List<MadeSlot> parts =
        List.of(
            slot(MAP, ConcurrentHashMap.class, object -> view.apply(object).getMap()),
            slot("value", Object.class, object -> view.apply(object).getMappedValue()));
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
