package dev.cairn.core.log;

import dev.cairn.core.log.owner.Host;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.storage.Cache;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * How a store is used by this process.
 *
 * @param compression of new payloads
 * @param silence how long an owner may give no sign of life before others may take its run over;
 *     recorded with each claim, so that every candidate goes by the owner's own
 * @param clock for the times that stand in the log
 * @param nanoTime monotonic, for measuring silence
 * @param random for ids and salts, which must never come twice
 * @param host the machine
 * @param warnings told in one line each what goes wrong without an effect on safety
 * @param scratch keeps what is too much for memory
 * @param deltas when a snapshot is stored as a delta of an earlier one
 * @param cache keeps what makes the next listing faster
 */
public record RunStoreOptions(
    Compression compression,
    Duration silence,
    InstantSource clock,
    LongSupplier nanoTime,
    RandomGenerator random,
    Host host,
    Consumer<String> warnings,
    Scratch scratch,
    Deltas deltas,
    Cache cache) {
  private static final Duration USUAL_SILENCE = Duration.ofSeconds(30);
  private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);

  public RunStoreOptions {
    if (silence.compareTo(SHORTEST_SILENCE) < 0) {
      throw new IllegalArgumentException(
          "the silence before a takeover is at least 1 s: " + silence);
    }
  }

  /** Gzip, 30 seconds, this machine and its clocks; warnings go to a consumer. */
  public static RunStoreOptions usual(Consumer<String> warnings) {
    return new RunStoreOptions(
        Compression.gzip(),
        USUAL_SILENCE,
        InstantSource.system(),
        System::nanoTime,
        new SecureRandom(),
        Host.local(),
        warnings,
        Scratch.NONE,
        Deltas.usual(Runtime.getRuntime().maxMemory()),
        Cache.NONE);
  }

  /** The same with another compression of new payloads. */
  public RunStoreOptions with(Compression other) {
    return new RunStoreOptions(
        other, silence, clock, nanoTime, random, host, warnings, scratch, deltas, cache);
  }

  /** The same with another time of silence. */
  public RunStoreOptions withSilence(Duration other) {
    return new RunStoreOptions(
        compression, other, clock, nanoTime, random, host, warnings, scratch, deltas, cache);
  }

  /** The same with other clocks. */
  public RunStoreOptions withClocks(InstantSource otherClock, LongSupplier otherNanoTime) {
    return new RunStoreOptions(
        compression,
        silence,
        otherClock,
        otherNanoTime,
        random,
        host,
        warnings,
        scratch,
        deltas,
        cache);
  }

  /** The same as if on another machine. */
  public RunStoreOptions withHost(Host other) {
    return new RunStoreOptions(
        compression, silence, clock, nanoTime, random, other, warnings, scratch, deltas, cache);
  }

  /** The same with room for what is too much for memory. */
  public RunStoreOptions with(Scratch other) {
    return new RunStoreOptions(
        compression, silence, clock, nanoTime, random, host, warnings, other, deltas, cache);
  }

  /** The same with other rules for deltas. */
  public RunStoreOptions with(Deltas other) {
    return new RunStoreOptions(
        compression, silence, clock, nanoTime, random, host, warnings, scratch, other, cache);
  }

  /** The same with a place for what makes the next listing faster. */
  public RunStoreOptions with(Cache other) {
    return new RunStoreOptions(
        compression, silence, clock, nanoTime, random, host, warnings, scratch, deltas, other);
  }

  /**
   * When a snapshot is stored as a delta of an earlier one of its run.
   *
   * @param keyframe at least every so many-th snapshot of a chain is a full one; 1 for all
   * @param memoryBytes how much of earlier snapshots is kept in memory for each run. A larger one
   *     is never a base; one that has no room any more is read back from the store
   */
  public record Deltas(int keyframe, long memoryBytes) {
    /** Full snapshots only. */
    public static final Deltas NONE = new Deltas(1, 1);

    private static final int USUAL_KEYFRAME = 10;
    private static final int HEAP_SHARE = 16;

    public Deltas {
      if (keyframe < 1 || memoryBytes < 1) {
        throw new IllegalArgumentException(
            "a chain has at least one snapshot, and a base a byte: "
                + keyframe
                + ", "
                + memoryBytes);
      }
    }

    /** Every tenth, and a sixteenth of a heap. */
    public static Deltas usual(long heapBytes) {
      return new Deltas(USUAL_KEYFRAME, Math.max(1, heapBytes / HEAP_SHARE));
    }
  }
}
