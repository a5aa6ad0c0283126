package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.foreign;
import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
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
import java.time.chrono.JapaneseDate;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.stream.Stream;

/** Times, the new ones and the old. */
@SuppressWarnings("JavaUtilDate") // Applications have them.
final class TimeKinds {
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

  private TimeKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(amounts(), dates(), others(), old(), calendars()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> amounts() {
    return Stream.of(
        same("Instant", () -> Instant.ofEpochSecond(-5, 7)),
        same("Duration", () -> Duration.ofMillis(-1)),
        same("Period", () -> Period.of(1, -2, 3)),
        same("DayOfWeek", () -> DayOfWeek.FRIDAY));
  }

  private static Stream<Specimen> dates() {
    return Stream.of(
        same("LocalDate", () -> LocalDate.MIN),
        same("LocalTime", () -> LocalTime.MAX),
        same("LocalDateTime", () -> LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4)),
        same("OffsetTime", () -> OffsetTime.MAX),
        same("OffsetDateTime", () -> OffsetDateTime.MIN),
        same("ZonedDateTime", () -> ZonedDateTime.of(2024, 2, 29, 1, 2, 3, 4, ZURICH)),
        same("ZonedDateTime when clocks go back", TimeKinds::ambiguous),
        same("Year", () -> Year.of(-44)),
        same("YearMonth", () -> YearMonth.of(2024, 2)),
        same("MonthDay", () -> MonthDay.of(2, 29)));
  }

  private static Object ambiguous() {
    LocalDateTime twice = LocalDateTime.of(2024, 10, 27, 2, 30);
    return ZonedDateTime.ofLocal(twice, ZURICH, ZoneOffset.ofHours(1));
  }

  private static Stream<Specimen> others() {
    return Stream.of(
        same("ZoneId", () -> ZURICH),
        same("ZoneOffset", () -> ZoneOffset.ofHoursMinutes(-3, -30)),
        same("JapaneseDate", () -> JapaneseDate.of(2024, 2, 29)),
        used(
            "Clock, fixed",
            () -> Clock.fixed(Instant.EPOCH, ZURICH),
            clock -> ((Clock) clock).instant()),
        used("Clock of a zone", () -> Clock.system(ZURICH), clock -> ((Clock) clock).getZone()));
  }

  private static Stream<Specimen> old() {
    return Stream.of(
        used("Date", () -> new Date(5), date -> ((Date) date).getTime())
            .asInput(Specimen.Input.MATCHES),
        used(
            "java.sql.Date",
            () -> new java.sql.Date(86_400_000L * 400),
            date -> ((Date) date).getTime()),
        used("java.sql.Time", () -> new Time(5000), date -> ((Date) date).getTime()),
        used("java.sql.Timestamp", TimeKinds::timestamp, time -> ((Timestamp) time).getNanos()),
        used("TimeZone", () -> TimeZone.getTimeZone("America/New_York"), TimeKinds::summer),
        used("TimeZone of an offset", () -> TimeZone.getTimeZone("GMT+05:30"), TimeKinds::summer),
        used("SimpleTimeZone", TimeKinds::simple, TimeKinds::summer),
        foreign("TimeZone with another offset", TimeKinds::moved, "is not what its name says")
            .asInput(Specimen.Input.MATCHES));
  }

  private static Object timestamp() {
    Timestamp timestamp = new Timestamp(5000);
    timestamp.setNanos(123_456_789);
    return timestamp;
  }

  private static Object simple() {
    return new SimpleTimeZone(
        3_600_000,
        "own",
        Calendar.MARCH,
        -1,
        Calendar.SUNDAY,
        7_200_000,
        Calendar.OCTOBER,
        -1,
        Calendar.SUNDAY,
        7_200_000);
  }

  private static Object moved() {
    TimeZone zone = TimeZone.getTimeZone("America/New_York");
    zone.setRawOffset(1000);
    return zone;
  }

  private static Object summer(Object zone) {
    TimeZone found = (TimeZone) zone;
    return found.getID()
        + found.getOffset(1_720_000_000_000L)
        + found.getOffset(1_700_000_000_000L);
  }

  private static Stream<Specimen> calendars() {
    return Stream.of(
        used("GregorianCalendar", TimeKinds::calendar, TimeKinds::rolled),
        used("Calendar with fields set and not computed", TimeKinds::pending, TimeKinds::rolled),
        used("Calendar, not lenient", TimeKinds::strict, TimeKinds::rolled),
        used(
            "Calendar with weeks of its own",
            TimeKinds::weeks,
            c -> ((Calendar) c).get(Calendar.WEEK_OF_YEAR)),
        used("Calendar in a Julian year", TimeKinds::julian, TimeKinds::rolled),
        foreign("Calendar, Japanese", TimeKinds::imperial, "does not know"));
  }

  private static GregorianCalendar calendar() {
    GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZURICH), Locale.ROOT);
    calendar.setTimeInMillis(1_709_180_000_123L);
    return calendar;
  }

  private static Object pending() {
    GregorianCalendar calendar = calendar();
    calendar.set(Calendar.MONTH, Calendar.OCTOBER);
    calendar.set(Calendar.DAY_OF_WEEK, Calendar.SUNDAY);
    calendar.set(Calendar.DAY_OF_WEEK_IN_MONTH, -1);
    return calendar;
  }

  private static Object strict() {
    GregorianCalendar calendar = calendar();
    calendar.setLenient(false);
    calendar.set(Calendar.MONTH, Calendar.MAY);
    return calendar;
  }

  private static Object weeks() {
    GregorianCalendar calendar = calendar();
    calendar.setFirstDayOfWeek(Calendar.MONDAY);
    calendar.setMinimalDaysInFirstWeek(4);
    calendar.setTimeInMillis(1_609_500_000_000L);
    return calendar;
  }

  private static Object julian() {
    GregorianCalendar calendar = calendar();
    calendar.setGregorianChange(new Date(Long.MAX_VALUE));
    calendar.setTimeInMillis(1_709_180_000_123L);
    return calendar;
  }

  private static Object imperial() {
    return new Calendar.Builder().setCalendarType("japanese").setInstant(0).build();
  }

  private static Object rolled(Object object) {
    Calendar calendar = (Calendar) object;
    calendar.roll(Calendar.MONTH, 3);
    calendar.add(Calendar.DATE, 40);
    calendar.set(Calendar.DAY_OF_YEAR, 60);
    return calendar.getTimeInMillis()
        + " "
        + calendar.get(Calendar.WEEK_OF_YEAR)
        + calendar.isLenient();
  }
}
