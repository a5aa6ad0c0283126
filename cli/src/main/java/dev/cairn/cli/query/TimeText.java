package dev.cairn.cli.query;

import dev.cairn.cli.session.Session;
import dev.cairn.core.config.Quantities;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Points in time as people type them. */
public final class TimeText {
  private static final int DATE_LETTERS = 10;

  private final Session session;

  /** Reads times of a session: by its clock, in its zone. */
  public TimeText(Session session) {
    this.session = session;
  }

  /**
   * A local day's beginning, a local time, a time in UTC, or how long ago.
   *
   * @throws java.time.DateTimeException if it is neither
   * @throws IllegalArgumentException if it is neither
   */
  public Instant read(String text) {
    ZoneId zone = session.clock().getZone();
    if (text.endsWith("Z")) {
      return Instant.parse(text);
    }
    if (text.contains("-")) {
      return text.length() == DATE_LETTERS
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    }
    return session.now().minus(Quantities.duration(text));
  }
}
