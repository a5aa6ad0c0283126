package dev.cairn.core.graph.jdk.value;

import dev.cairn.core.graph.jdk.value.Values.Simple;
import dev.cairn.core.graph.kind.ValueSink;
import dev.cairn.core.graph.kind.ValueSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The values of java.time. */
final class TimeValues {

  private TimeValues() {}

  static List<Simple<?>> all() {
    return Stream.of(amounts(), dates(), partsOfDates()).flatMap(List::stream).toList();
  }

  private static List<Simple<?>> amounts() {
    return List.of(
        new Simple<>(
            40,
            Instant.class,
            (v, s) -> pair(s, v.getEpochSecond(), v.getNano()),
            s -> Instant.ofEpochSecond(s.number(), s.number())),
        new Simple<>(
            41,
            Duration.class,
            (v, s) -> pair(s, v.getSeconds(), v.getNano()),
            s -> Duration.ofSeconds(s.number(), s.number())),
        new Simple<>(
            42,
            Period.class,
            (v, s) -> {
              pair(s, v.getYears(), v.getMonths());
              s.number(v.getDays());
            },
            s -> Period.of(s.smallNumber(), s.smallNumber(), s.smallNumber())));
  }

  private static List<Simple<?>> dates() {
    return List.of(
        new Simple<>(43, LocalDate.class, TimeValues::date, TimeValues::readDate),
        new Simple<>(44, LocalTime.class, TimeValues::time, TimeValues::readTime),
        new Simple<>(45, LocalDateTime.class, TimeValues::dateTime, TimeValues::readDateTime),
        new Simple<>(
            46,
            OffsetTime.class,
            (v, s) -> {
              time(v.toLocalTime(), s);
              offset(v.getOffset(), s);
            },
            s -> OffsetTime.of(readTime(s), readOffset(s))),
        new Simple<>(
            47,
            OffsetDateTime.class,
            (v, s) -> {
              dateTime(v.toLocalDateTime(), s);
              offset(v.getOffset(), s);
            },
            s -> OffsetDateTime.of(readDateTime(s), readOffset(s))),
        new Simple<>(48, ZonedDateTime.class, TimeValues::zoned, TimeValues::readZoned));
  }

  private static List<Simple<?>> partsOfDates() {
    return List.of(
        new Simple<>(
            49, Year.class, (v, s) -> s.number(v.getValue()), s -> Year.of(s.smallNumber())),
        new Simple<>(
            50,
            YearMonth.class,
            (v, s) -> pair(s, v.getYear(), v.getMonthValue()),
            s -> YearMonth.of(s.smallNumber(), s.smallNumber())),
        new Simple<>(
            51,
            MonthDay.class,
            (v, s) -> pair(s, v.getMonthValue(), v.getDayOfMonth()),
            s -> MonthDay.of(s.smallNumber(), s.smallNumber())),
        new Simple<>(52, ZoneOffset.class, TimeValues::offset, TimeValues::readOffset),
        new Simple<>(53, ZoneId.class, (v, s) -> s.text(v.getId()), s -> ZoneId.of(s.text())));
  }

  private static void pair(ValueSink sink, long first, long second) {
    sink.number(first);
    sink.number(second);
  }

  private static void date(LocalDate value, ValueSink sink) {
    sink.number(value.toEpochDay());
  }

  private static LocalDate readDate(ValueSource source) {
    return LocalDate.ofEpochDay(source.number());
  }

  private static void time(LocalTime value, ValueSink sink) {
    sink.number(value.toNanoOfDay());
  }

  private static LocalTime readTime(ValueSource source) {
    return LocalTime.ofNanoOfDay(source.number());
  }

  private static void dateTime(LocalDateTime value, ValueSink sink) {
    date(value.toLocalDate(), sink);
    time(value.toLocalTime(), sink);
  }

  private static LocalDateTime readDateTime(ValueSource source) {
    return LocalDateTime.of(readDate(source), readTime(source));
  }

  private static void offset(ZoneOffset value, ValueSink sink) {
    sink.number(value.getTotalSeconds());
  }

  private static ZoneOffset readOffset(ValueSource source) {
    return ZoneOffset.ofTotalSeconds(source.smallNumber());
  }

  private static void zoned(ZonedDateTime value, ValueSink sink) {
    dateTime(value.toLocalDateTime(), sink);
    offset(value.getOffset(), sink);
    sink.text(value.getZone().getId());
  }

  /** By instant, so that of two local times when clocks go back the right one returns. */
  private static ZonedDateTime readZoned(ValueSource source) {
    LocalDateTime local = readDateTime(source);
    ZoneOffset offset = readOffset(source);
    return ZonedDateTime.ofInstant(local, offset, ZoneId.of(source.text()));
  }
}
