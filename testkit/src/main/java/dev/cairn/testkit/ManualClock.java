package dev.cairn.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock whose hands the test turns, wall clock and monotonic one together. Thread-safe. */
public final class ManualClock extends Clock {
  private final Instant start;
  private final AtomicReference<Instant> now;

  /** Stands still at an instant. */
  public ManualClock(Instant start) {
    this.start = start;
    this.now = new AtomicReference<>(start);
  }

  /** Stands still at noon of 1 January 2026, UTC. */
  public static ManualClock atNoon() {
    return new ManualClock(Instant.parse("2026-01-01T12:00:00Z"));
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Override
  public Instant instant() {
    return requireNonNull(now.get());
  }

  /** What {@link System#nanoTime} would say. */
  public long nanoTime() {
    return Duration.between(start, instant()).toNanos();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
