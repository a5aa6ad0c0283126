package dev.cairn.core.graph.jdk.view;

import dev.cairn.core.graph.app.Fields;
import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.slot.SlotsKind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.Constructor;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sub-lists, and sets made of maps: windows whose private fields say on what. A sub-list goes out
 * of date when its list changes in size other than through it; that, too, is state.
 */
public final class SubLists {
  private static final Set<String> COUNTING =
      Set.of(
          "java.util.ArrayList$SubList",
          "java.util.AbstractList$SubList",
          "java.util.AbstractList$RandomAccessSubList");
  private static final String PLAIN = "java.util.ImmutableCollections$SubList";
  private static final String MAP = "m";

  private SubLists() {}

  /** The kind of a class, if its instances are such windows. */
  public static Optional<NodeKind> of(Class<?> type, Access access)
      throws ReflectiveOperationException {
    if (!access.isTrusted()) {
      return Optional.empty();
    }
    if (COUNTING.contains(type.getName())) {
      return Optional.of(counting(type, access));
    }
    if (type.getName().equals(PLAIN)) {
      return Optional.of(kind(type, fields(type, access), access));
    }
    return type == Collections.newSetFromMap(new IdentityHashMap<>()).getClass()
        ? Optional.of(setFromMap(type, access))
        : Optional.empty();
  }

  private static SlotsKind kind(Class<?> type, List<MadeSlot> slots, Access access)
      throws ReflectiveOperationException {
    Constructor<?> allocator = access.allocator(type, Object.class);
    return new SlotsKind(type, slots, early -> Fields.allocate(allocator));
  }

  private static List<MadeSlot> fields(Class<?> type, Access access) {
    Class<?> owner = owner(type);
    List<MadeSlot> slots = new ArrayList<>();
    access.jdkField(owner, "root").ifPresent(field -> slots.add(reference("root", field)));
    access.jdkField(owner, "parent").ifPresent(field -> slots.add(reference("parent", field)));
    for (String name : List.of("offset", "size")) {
      PrivateField field = access.jdkField(owner, name).orElseThrow();
      slots.add(MadeSlot.ofPrivate(name, int.class, Mark.COMPARED, field));
    }
    return slots;
  }

  private static MadeSlot reference(String name, PrivateField field) {
    return MadeSlot.ofPrivate(name, List.class, Mark.COMPARED, field);
  }

  /** Written when its list is full, as it must know how often that was changed. */
  private static NodeKind counting(Class<?> type, Access access)
      throws ReflectiveOperationException {
    PrivateField count = access.field(AbstractList.class.getDeclaredField("modCount"));
    List<MadeSlot> slots = fields(type, access);
    PrivateField root = access.jdkField(owner(type), "root").orElseThrow();
    slots.add(
        new MadeSlot(
            Slot.made("upToDate", boolean.class, Mark.COMPARED),
            view -> count.bits(view) == count.bits(list(root, view)),
            (view, upToDate) -> {
              long changes = count.bits(list(root, view));
              count.setBits(view, Boolean.TRUE.equals(upToDate) ? changes : changes - 1);
            }));
    return kind(type, slots, access).late();
  }

  private static Class<?> owner(Class<?> type) {
    return type.getName().endsWith("RandomAccessSubList") ? type.getSuperclass() : type;
  }

  private static Object list(PrivateField root, Object view) {
    return Objects.requireNonNull(root.get(view), "a sub-list of nothing");
  }

  private static NodeKind setFromMap(Class<?> type, Access access)
      throws ReflectiveOperationException {
    PrivateField map = access.field(type.getDeclaredField(MAP));
    PrivateField keys = access.field(type.getDeclaredField("s"));
    MadeSlot slot =
        new MadeSlot(
            Slot.made(MAP, Map.class, Mark.COMPARED),
            map::get,
            (set, value) -> {
              map.set(set, value);
              keys.set(set, keys(value));
            });
    return kind(type, List.of(slot), access);
  }

  private static Object keys(@Nullable Object map) {
    if (map instanceof Map<?, ?> found) {
      return found.keySet();
    }
    throw new IllegalArgumentException("a set without a map");
  }
}
