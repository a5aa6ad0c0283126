package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.slot.SlotsKind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Date;
import java.util.List;

/** The dates of {@code java.sql}, a module that a JVM may lack: touched only where there is one. */
@SuppressWarnings("JavaUtilDate") // Applications have them.
final class SqlDates {
  private static final List<String> NAMES =
      List.of("java.sql.Date", "java.sql.Time", "java.sql.Timestamp");

  private SqlDates() {}

  static boolean isOne(Class<?> type) {
    return NAMES.contains(type.getName());
  }

  static NodeKind kind(Class<?> type) {
    MadeSlot time =
        new MadeSlot(
            Slot.made("value", long.class, Mark.COMPARED),
            date -> ((Date) date).getTime(),
            (date, value) -> ((Date) date).setTime(value instanceof Long millis ? millis : 0));
    if (type == Timestamp.class) {
      return new SlotsKind(type, List.of(time, nanos()), early -> new Timestamp(0));
    }
    return new SlotsKind(
        type,
        List.of(time),
        early -> type == java.sql.Date.class ? new java.sql.Date(0) : new Time(0));
  }

  private static MadeSlot nanos() {
    return new MadeSlot(
        Slot.made("nanos", int.class, Mark.COMPARED),
        date -> ((Timestamp) date).getNanos(),
        (date, value) -> ((Timestamp) date).setNanos(value instanceof Integer nanos ? nanos : 0));
  }
}
