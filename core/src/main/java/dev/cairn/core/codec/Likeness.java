package dev.cairn.core.codec;

import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.kind.Written;
import dev.cairn.core.graph.type.Kinds;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether an object and its copy have the same content, where every object has one copy. */
final class Likeness {
  private final Kinds kinds;
  private final ExitNumbers numbers;
  private final LoadedSnapshot copies;

  Likeness(Kinds kinds, ExitNumbers numbers, LoadedSnapshot copies) {
    this.kinds = kinds;
    this.numbers = numbers;
    this.copies = copies;
  }

  /** Where two contents of the same kind differ: the step from the object, if they do. */
  Optional<String> difference(Content live, Content copy) {
    Layout layout = live.layout();
    for (Slot slot : layout.slots()) {
      if (!isAlike(slot, live, copy)) {
        return Optional.of("." + slot.name());
      }
    }
    if (layout.body() == Body.PRIMITIVES) {
      return samePrimitives(live.primitives(), copy.primitives());
    }
    return layout.ordered() ? sequence(live, copy) : multiset(live, copy);
  }

  private boolean isAlike(Slot slot, Content live, Content copy) {
    if (slot.mark() == Mark.UNSAVED) {
      return true;
    }
    if (slot.type().isPrimitive()) {
      return live.bits(slot) == copy.bits(slot);
    }
    Object here = live.get(slot);
    Object there = copy.get(slot);
    boolean mayBeLeft = slot.mark() == Mark.TRANSIENT || isNewOutside(here);
    return isAlike(here, there) || (mayBeLeft && there == null) || isOfAnotherOrder(slot, live);
  }

  /** What tells of the order among keys that may hash by identity: the copy has another. */
  private boolean isOfAnotherOrder(Slot slot, Content live) {
    if (!slot.owner().isEmpty() || live.layout().ordered()) {
      return false;
    }
    @Nullable Object[] elements = live.elements();
    int width = live.layout().body().width();
    return IntStream.iterate(0, i -> i < elements.length, i -> i + width)
        .mapToObj(i -> elements[i])
        .anyMatch(key -> key != null && !(kinds.of(key.getClass()) instanceof ValueKind));
  }

  private boolean isNewOutside(@Nullable Object live) {
    return live != null
        && kinds.of(live.getClass()) instanceof Kind.Infrastructure
        && numbers.numberOf(live) < 0;
  }

  /** Whether one reference stands for the other. */
  boolean isAlike(@Nullable Object live, @Nullable Object copy) {
    if (live == copy) {
      return true;
    }
    if (live == null || copy == null) {
      return false;
    }
    if (kinds.of(live.getClass()) instanceof ValueKind kind) {
      return live.getClass() == copy.getClass()
          && Written.of(kind, live).equals(Written.of(kind, copy));
    }
    int number = numbers.numberOf(live);
    return number >= 0 && copies.object(number) == copy;
  }

  private static Optional<String> samePrimitives(Object live, Object copy) {
    int length = Array.getLength(live);
    if (length != Array.getLength(copy)) {
      return Optional.of(".length");
    }
    SlotType type = SlotType.of(live.getClass().getComponentType());
    for (int i = 0; i < length; i++) {
      if (type.bits(Array.get(live, i)) != type.bits(Array.get(copy, i))) {
        return Optional.of("[" + i + "]");
      }
    }
    return Optional.empty();
  }

  private Optional<String> sequence(Content live, Content copy) {
    @Nullable Object[] here = live.elements();
    @Nullable Object[] there = copy.elements();
    if (here.length != there.length) {
      return Optional.of(".size");
    }
    for (int i = 0; i < here.length; i++) {
      if (!isAlike(here[i], there[i])) {
        return Optional.of("[" + i / live.layout().body().width() + "]");
      }
    }
    return Optional.empty();
  }

  /** In any order: identity hashes differ between an object and its copy. */
  private Optional<String> multiset(Content live, Content copy) {
    @Nullable Object[] here = live.elements();
    @Nullable Object[] there = copy.elements();
    if (here.length != there.length) {
      return Optional.of(".size");
    }
    int width = live.layout().body().width();
    Map<Object, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < there.length; i += width) {
      places.computeIfAbsent(key(there[i]), key -> new ArrayList<>()).add(i);
    }
    for (int i = 0; i < here.length; i += width) {
      List<Integer> candidates = places.getOrDefault(key(counterpart(here[i])), new ArrayList<>());
      Object value = here[i + width - 1];
      if (!candidates.removeIf(new OnceLike(value, there, width - 1))) {
        return Optional.of("[#" + i / width + "]");
      }
    }
    return Optional.empty();
  }

  /** Takes one of the places where the value is alike. */
  private final class OnceLike implements Predicate<Integer> {
    private final @Nullable Object value;
    private final @Nullable Object[] there;
    private final int offset;
    private boolean taken;

    OnceLike(@Nullable Object value, @Nullable Object[] there, int offset) {
      this.value = value;
      this.there = there;
      this.offset = offset;
    }

    @Override
    public boolean test(Integer place) {
      boolean takes = !taken && isAlike(value, there[place + offset]);
      taken |= takes;
      return takes;
    }
  }

  private @Nullable Object counterpart(@Nullable Object live) {
    int number = live == null ? -1 : numbers.numberOf(live);
    return number < 0 ? live : copies.object(number);
  }

  /** Values by content, everything else by identity. */
  private Object key(@Nullable Object object) {
    if (object == null) {
      return "null";
    }
    return kinds.of(object.getClass()) instanceof ValueKind kind
        ? new Value(object.getClass(), Written.of(kind, object))
        : new Same(object);
  }

  private record Value(Class<?> type, Written written) {}

  private record Same(Object object) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same same && same.object == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }
}
