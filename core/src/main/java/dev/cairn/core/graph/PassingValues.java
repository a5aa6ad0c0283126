package dev.cairn.core.graph;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds among the compared inputs of a call what the next start of the program will hardly have
 * again: times that date from this one, and random UUIDs, unless there are many: then they are the
 * data's own. It looks at a limited number of objects. For one use.
 */
public final class PassingValues {
  private static final int MOST_OBJECTS = 10_000;
  private static final int MOST_NAMED = 3;
  private static final int RANDOM = 4;

  private final Instant from;
  private final Instant to;
  private final List<String> times = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();

  private PassingValues(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  /**
   * The first few, each by its path and what it is.
   *
   * @param from when the program was started
   * @param to now
   */
  public static List<String> in(WalkedGraph inputs, Instant from, Instant to) {
    PassingValues values = new PassingValues(from, to);
    values.lookAtPlaces(inputs.places());
    int last = Math.min(inputs.compared(), MOST_OBJECTS);
    for (int number = 1; number < last; number++) {
      values.lookAt(inputs, number);
    }
    return values.named();
  }

  private List<String> named() {
    Stream<String> few = ids.size() > MOST_NAMED ? Stream.empty() : ids.stream();
    return Stream.concat(times.stream(), few).limit(MOST_NAMED).toList();
  }

  private void lookAtPlaces(Content places) {
    Look look = new Look(() -> "");
    for (Slot slot : places.layout().slots()) {
      look.primitive(slot, places.bits(slot));
      look.reference(slot, places.get(slot));
    }
  }

  private void lookAt(WalkedGraph inputs, int number) {
    Object object = inputs.object(number);
    if (inputs.isState(number) && inputs.kinds().of(object.getClass()) instanceof NodeKind kind) {
      kind.visit(object, new Look(() -> inputs.path(number)));
    }
  }

  private void check(@Nullable Object value, Supplier<String> where) {
    if (value instanceof UUID id) {
      if (id.version() == RANDOM && ids.size() <= MOST_NAMED) {
        ids.add(where.get() + " is a random UUID");
      }
    } else if (times.size() < MOST_NAMED && time(value).filter(this::isOfThisStart).isPresent()) {
      times.add(where.get() + " is a time of this start");
    }
  }

  private boolean isOfThisStart(Instant time) {
    return !time.isBefore(from) && !time.isAfter(to);
  }

  @SuppressWarnings("JavaUtilDate") // programs have them
  private static Optional<Instant> time(@Nullable Object value) {
    if (value instanceof Long millis) {
      return Optional.of(Instant.ofEpochMilli(millis));
    }
    if (value instanceof Date date) {
      return Optional.of(Instant.ofEpochMilli(date.getTime()));
    }
    if (value instanceof LocalDateTime local) {
      return Optional.of(local.atZone(ZoneId.systemDefault()).toInstant());
    }
    if (value instanceof OffsetDateTime offset) {
      return Optional.of(offset.toInstant());
    }
    if (value instanceof ZonedDateTime zoned) {
      return Optional.of(zoned.toInstant());
    }
    return value instanceof Instant instant ? Optional.of(instant) : Optional.empty();
  }

  /** Looks at the content of one object. */
  private final class Look implements ContentSink {
    private final Supplier<String> path;

    Look(Supplier<String> path) {
      this.path = path;
    }

    @Override
    public void primitive(Slot slot, long bits) {
      if (slot.mark() == Mark.COMPARED && slot.type() == SlotType.LONG) {
        check(bits, () -> of(slot));
      }
    }

    @Override
    public void reference(Slot slot, @Nullable Object value) {
      if (slot.mark() == Mark.COMPARED) {
        check(value, () -> of(slot));
      }
    }

    private String of(Slot slot) {
      return path.get().isEmpty() ? slot.name() : path.get() + "." + slot.name();
    }

    @Override
    public void body(int count) {}

    @Override
    public void element(@Nullable Object value) {
      check(value, () -> "an element of " + path.get());
    }

    @Override
    public void primitives(Object array) {}
  }
}
