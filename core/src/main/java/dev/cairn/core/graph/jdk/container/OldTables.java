package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.jdk.container.Base.Traits;
import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.structure.StaleKeys;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.Array;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inside of a {@code Hashtable}: how many buckets, and when there will be more. */
final class OldTables implements Insides {
  private static final String CAPACITY = "capacity";
  private static final String LOAD_FACTOR = "loadFactor";
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final StaleKeys staleKeys;
  private final Optional<PrivateField> table;
  private final Optional<PrivateField> threshold;
  private final Optional<PrivateField> loadFactor;

  OldTables(Access access) {
    this.table = access.jdkField(Hashtable.class, "table");
    this.threshold = access.jdkField(Hashtable.class, "threshold");
    this.staleKeys = new StaleKeys(access);
    this.loadFactor = access.jdkField(Hashtable.class, LOAD_FACTOR);
  }

  Base hashtable() {
    MadeSlot capacity =
        new MadeSlot(
            Slot.made(CAPACITY, int.class, Mark.UNCOMPARED),
            object -> table.map(field -> capacity(field, object)).orElse(0),
            (object, value) -> {});
    MadeSlot factor =
        new MadeSlot(
            Slot.made(LOAD_FACTOR, float.class, Mark.UNCOMPARED),
            object -> loadFactor.map(f -> Float.intBitsToFloat((int) f.bits(object))).orElse(0f),
            (object, value) -> {});
    return new Base(
        Hashtable.class,
        List.of(capacity, factor),
        Traits.HASHTABLE,
        slots -> new Hashtable<>(),
        (object, slots) -> {},
        this);
  }

  private static int capacity(PrivateField field, Object object) {
    return field.get(object) instanceof Object[] buckets ? buckets.length : 0;
  }

  @Override
  public Optional<String> obstacle(Object container) {
    return table.isPresent() && table.get().get(container) instanceof Object[] buckets
        ? staleKeys.obstacle(container, buckets)
        : Optional.empty();
  }

  @Override
  public void prepare(Object container, Map<String, @Nullable Object> slots) {
    boolean known = table.isPresent() && threshold.isPresent() && loadFactor.isPresent();
    if (known
        && slots.get(CAPACITY) instanceof Integer capacity
        && slots.get(LOAD_FACTOR) instanceof Float factor
        && capacity > 0
        && factor > 0
        && table.get().get(container) instanceof Object[] buckets) {
      Object empty = Array.newInstance(buckets.getClass().getComponentType(), capacity);
      table.get().set(container, empty);
      loadFactor.get().setBits(container, Float.floatToRawIntBits(factor));
      threshold.get().setBits(container, (long) Math.min(capacity * factor, LARGEST));
    }
  }
}
