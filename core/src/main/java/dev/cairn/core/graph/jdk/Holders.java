package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.slot.SlotsKind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Objects of the JDK that hold one thing or a few. */
final class Holders {
  private final Access access;
  private final Map<Class<?>, NodeKind> kinds = new HashMap<>();

  Holders(Access access) {
    this.access = access;
    numbers();
    dates();
    references();
    texts();
    random();
  }

  Map<Class<?>, NodeKind> all() {
    return kinds;
  }

  private <T> void add(
      Class<T> type, Class<?> held, Function<T, @Nullable Object> getter, Setter<T> setter) {
    MadeSlot slot =
        new MadeSlot(
            Slot.made("value", held, Mark.COMPARED),
            object -> getter.apply(type.cast(object)),
            (object, value) -> setter.write().accept(type.cast(object), value));
    kinds.put(type, new SlotsKind(type, List.of(slot), slots -> setter.maker().get()));
  }

  /** How an instance is made empty, and then filled. */
  private record Setter<T>(Supplier<T> maker, BiConsumer<T, @Nullable Object> write) {}

  private void numbers() {
    add(
        AtomicInteger.class,
        int.class,
        AtomicInteger::get,
        new Setter<>(AtomicInteger::new, (o, v) -> o.set(as(Integer.class, v))));
    add(
        AtomicLong.class,
        long.class,
        AtomicLong::get,
        new Setter<>(AtomicLong::new, (o, v) -> o.set(as(Long.class, v))));
    add(
        AtomicBoolean.class,
        boolean.class,
        AtomicBoolean::get,
        new Setter<>(AtomicBoolean::new, (o, v) -> o.set(as(Boolean.class, v))));
    add(
        LongAdder.class,
        long.class,
        LongAdder::sum,
        new Setter<>(LongAdder::new, (o, v) -> set(o, as(Long.class, v))));
    add(
        DoubleAdder.class,
        double.class,
        DoubleAdder::sum,
        new Setter<>(DoubleAdder::new, (o, v) -> set(o, as(Double.class, v))));
  }

  @SuppressWarnings("JavaUtilDate") // Applications have them.
  private void dates() {
    add(
        Date.class,
        long.class,
        Date::getTime,
        new Setter<>(() -> new Date(0), (o, v) -> o.setTime(as(Long.class, v))));
  }

  private static void set(LongAdder adder, long value) {
    adder.reset();
    adder.add(value);
  }

  private static void set(DoubleAdder adder, double value) {
    adder.reset();
    adder.add(value);
  }

  private static <T> T as(Class<T> type, @Nullable Object value) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("not a " + type.getName());
    }
    return type.cast(value);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void references() {
    add(
        AtomicReference.class,
        Object.class,
        AtomicReference::get,
        new Setter<>(
            AtomicReference::new, (o, v) -> ((AtomicReference<@Nullable Object>) o).set(v)));
    early(
        Optional.class,
        List.of(slot("value", object -> unwrapped((Optional<Object>) object))),
        slots -> Optional.ofNullable(slots.get("value")));
    early(
        AbstractMap.SimpleImmutableEntry.class,
        entry(),
        slots -> new AbstractMap.SimpleImmutableEntry<>(slots.get("key"), slots.get("value")));
    early(Map.entry("", "").getClass(), entry(), Holders::immutableEntry);
    MadeSlot key = slot("key", object -> ((Map.Entry<?, ?>) object).getKey());
    MadeSlot value =
        new MadeSlot(
            Slot.made("value", Object.class, Mark.COMPARED),
            object -> ((Map.Entry<?, ?>) object).getValue(),
            (object, v) -> ((Map.Entry<?, @Nullable Object>) object).setValue(v));
    early(
        AbstractMap.SimpleEntry.class,
        List.of(key, value),
        slots -> new AbstractMap.SimpleEntry<>(slots.get("key"), null));
  }

  private static @Nullable Object unwrapped(Optional<Object> optional) {
    return optional.isPresent() ? optional.get() : null;
  }

  private static Map.Entry<?, ?> immutableEntry(Map<String, @Nullable Object> slots) {
    return Map.entry(as(Object.class, slots.get("key")), as(Object.class, slots.get("value")));
  }

  private static List<MadeSlot> entry() {
    return List.of(
        slot("key", object -> ((Map.Entry<?, ?>) object).getKey()),
        slot("value", object -> ((Map.Entry<?, ?>) object).getValue()));
  }

  private void early(
      Class<?> type, List<MadeSlot> slots, Function<Map<String, @Nullable Object>, Object> maker) {
    kinds.put(type, new SlotsKind(type, slots, maker));
  }

  /** A slot needed at creation. */
  private static MadeSlot slot(String name, Function<Object, @Nullable Object> getter) {
    return new MadeSlot(
        Slot.made(name, Object.class, Mark.COMPARED).creating(), getter, (object, value) -> {});
  }

  private void texts() {
    add(
        StringBuilder.class,
        String.class,
        StringBuilder::toString,
        new Setter<>(StringBuilder::new, (o, v) -> o.replace(0, o.length(), as(String.class, v))));
    add(
        StringBuffer.class,
        String.class,
        StringBuffer::toString,
        new Setter<>(StringBuffer::new, (o, v) -> o.replace(0, o.length(), as(String.class, v))));
  }

  /** A generator goes on where it was. */
  private void random() {
    Optional<PrivateField> seed = access.jdkField(Random.class, "seed");
    List<MadeSlot> state = new ArrayList<>();
    seed.ifPresent(field -> state.add(seedSlot(field)));
    privateSlot(Random.class, "nextNextGaussian", double.class).ifPresent(state::add);
    privateSlot(Random.class, "haveNextNextGaussian", boolean.class).ifPresent(state::add);
    if (state.size() == 3) {
      kinds.put(Random.class, new SlotsKind(Random.class, state, slots -> new Random(0)));
    }
    List<MadeSlot> split = new ArrayList<>();
    privateSlot(SplittableRandom.class, "seed", long.class).ifPresent(split::add);
    privateSlot(SplittableRandom.class, "gamma", long.class).ifPresent(split::add);
    if (split.size() == 2) {
      kinds.put(
          SplittableRandom.class,
          new SlotsKind(SplittableRandom.class, split, slots -> new SplittableRandom(0)));
    }
  }

  private static MadeSlot seedSlot(PrivateField field) {
    return new MadeSlot(
        Slot.made("seed", long.class, Mark.COMPARED),
        object -> as(AtomicLong.class, field.get(object)).get(),
        (object, value) -> as(AtomicLong.class, field.get(object)).set(as(Long.class, value)));
  }

  private Optional<MadeSlot> privateSlot(Class<?> owner, String name, Class<?> type) {
    return access
        .jdkField(owner, name)
        .map(field -> MadeSlot.ofPrivate(Slot.made(name, type, Mark.COMPARED), field));
  }
}
