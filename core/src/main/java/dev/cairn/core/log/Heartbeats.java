package dev.cairn.core.log;

import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.StoreThreads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The runs that this process owns, each giving signs of life. Safe for use by many threads. */
final class Heartbeats implements AutoCloseable {
  private static final int BEATS_PER_SILENCE = 4;

  private final ScheduledThreadPoolExecutor timer;
  private final Map<RunId, Beating> owned = new ConcurrentHashMap<>();

  /** A log and the timer's hold on it. */
  private record Beating(RunLog log, ScheduledFuture<?> timer) {}

  Heartbeats() {
    this.timer =
        new ScheduledThreadPoolExecutor(1, task -> StoreThreads.thread(task, "cairn-heartbeat"));
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Lets a log give signs of life, several times in the silence that others wait for. */
  void start(RunLog log, Duration silence) {
    long pause = silence.toNanos() / BEATS_PER_SILENCE;
    ScheduledFuture<?> beats =
        timer.scheduleWithFixedDelay(log::beat, pause, pause, TimeUnit.NANOSECONDS);
    owned.put(log.run(), new Beating(log, beats));
  }

  void stop(RunId run) {
    Beating beating = owned.remove(run);
    if (beating != null) {
      beating.timer().cancel(false);
    }
  }

  /** Whether this process has a log of that run open. */
  boolean owns(RunId run) {
    return owned.containsKey(run);
  }

  @Override
  public void close() {
    List.copyOf(owned.values()).forEach(beating -> beating.log().close());
    timer.shutdown();
  }
}
