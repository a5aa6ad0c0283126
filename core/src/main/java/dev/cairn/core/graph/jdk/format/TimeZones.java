package dev.cairn.core.graph.jdk.format;

import dev.cairn.core.graph.app.FieldMarks;
import dev.cairn.core.graph.app.PlainKind;
import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.slot.SlotsKind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.SimpleTimeZone;
import java.util.TimeZone;

/** Time zones: those of the JDK by name, as their rules are each JVM's; simple ones by rules. */
final class TimeZones {
  private static final String NAME = "id";
  private static final String OFFSET = "rawOffset";

  private TimeZones() {}

  static Optional<NodeKind> of(Class<?> type, Access access) throws ReflectiveOperationException {
    if (type == SimpleTimeZone.class) {
      return Optional.of(
          PlainKind.of(type, FieldMarks.fields(type, Object.class), TimeZones::mark, access));
    }
    return type == TimeZone.getTimeZone("UTC").getClass()
        ? Optional.of(named(type))
        : Optional.empty();
  }

  /** Transient are the last year that was asked for, and its summer. */
  private static Optional<Mark> mark(Field field) {
    return Optional.of(
        Modifier.isTransient(field.getModifiers()) ? Mark.UNCOMPARED : Mark.COMPARED);
  }

  private static NodeKind named(Class<?> type) {
    MadeSlot name =
        new MadeSlot(
            Slot.made(NAME, String.class, Mark.COMPARED).creating(),
            zone -> ((TimeZone) zone).getID(),
            (zone, value) -> {});
    MadeSlot offset =
        new MadeSlot(
            Slot.made(OFFSET, int.class, Mark.COMPARED),
            zone -> ((TimeZone) zone).getRawOffset(),
            (zone, value) -> {});
    return new SlotsKind(
            type,
            List.of(name, offset),
            early -> TimeZone.getTimeZone(String.valueOf(early.get(NAME))))
        .unless(TimeZones::obstacle);
  }

  /** One that was changed has a name that means something else. */
  private static Optional<String> obstacle(Object zone) {
    TimeZone known = TimeZone.getTimeZone(((TimeZone) zone).getID());
    return known.equals(zone)
        ? Optional.empty()
        : Optional.of("this time zone is not what its name says; use a SimpleTimeZone");
  }
}
