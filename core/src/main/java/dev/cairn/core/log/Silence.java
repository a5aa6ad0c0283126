package dev.cairn.core.log;

import dev.cairn.core.model.RunId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How long the owners of runs have given no sign of life, as this process has seen it and by its
 * own monotonic clock alone: clocks of two machines are never compared. Safe for use by many
 * threads.
 */
final class Silence {
  private final LongSupplier nanoTime;
  private final Map<RunId, Seen> lastSeen = new ConcurrentHashMap<>();

  /** A sign of life, and when it was seen first. */
  private record Seen(String sign, long sinceNanos) {}

  Silence(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Notes what was seen of a run.
   *
   * @param sign anything that changes as long as the owner lives
   * @return for how long it has not changed
   */
  Duration after(RunId run, String sign) {
    long now = nanoTime.getAsLong();
    Seen seen =
        lastSeen.compute(
            run,
            (id, earlier) ->
                earlier != null && earlier.sign().equals(sign) ? earlier : new Seen(sign, now));
    return Duration.ofNanos(now - seen.sinceNanos());
  }

  /** Forgets a run that nobody waits for any more. */
  void forget(RunId run) {
    lastSeen.remove(run);
  }
}
