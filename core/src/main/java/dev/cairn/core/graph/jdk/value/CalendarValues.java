package dev.cairn.core.graph.jdk.value;

import dev.cairn.core.graph.jdk.value.Values.Simple;
import dev.cairn.core.graph.kind.ValueSink;
import dev.cairn.core.graph.kind.ValueSource;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.HijrahDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.chrono.MinguoDate;
import java.time.chrono.ThaiBuddhistDate;
import java.util.List;

/** Dates of other calendars, by the name of the calendar and the day. */
final class CalendarValues {

  private CalendarValues() {}

  static List<Simple<?>> all() {
    return List.of(
        new Simple<>(
            74, Chronology.class, (v, s) -> s.text(v.getId()), s -> Chronology.of(s.text())),
        date(75, JapaneseDate.class),
        date(76, ThaiBuddhistDate.class),
        date(77, MinguoDate.class),
        date(78, HijrahDate.class),
        new Simple<>(
            79,
            JapaneseEra.class,
            (v, s) -> s.number(v.getValue()),
            s -> JapaneseEra.of(s.smallNumber())));
  }

  private static <T extends ChronoLocalDate> Simple<T> date(int code, Class<T> type) {
    return new Simple<>(code, type, CalendarValues::write, source -> type.cast(read(source)));
  }

  private static void write(ChronoLocalDate value, ValueSink sink) {
    sink.text(value.getChronology().getId());
    sink.number(value.toEpochDay());
  }

  private static ChronoLocalDate read(ValueSource source) {
    return Chronology.of(source.text()).dateEpochDay(source.number());
  }
}
