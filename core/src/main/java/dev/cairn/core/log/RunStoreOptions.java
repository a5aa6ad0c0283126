package dev.cairn.core.log;

import dev.cairn.core.log.owner.Host;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.seal.Compression;
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
 */
public record RunStoreOptions(
    Compression compression,
    Duration silence,
    InstantSource clock,
    LongSupplier nanoTime,
    RandomGenerator random,
    Host host,
    Consumer<String> warnings,
    Scratch scratch) {
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
        Scratch.NONE);
  }

  /** The same with another compression of new payloads. */
  public RunStoreOptions with(Compression other) {
    return new RunStoreOptions(other, silence, clock, nanoTime, random, host, warnings, scratch);
  }

  /** The same with another time of silence. */
  public RunStoreOptions withSilence(Duration other) {
    return new RunStoreOptions(
        compression, other, clock, nanoTime, random, host, warnings, scratch);
  }

  /** The same with other clocks. */
  public RunStoreOptions withClocks(InstantSource otherClock, LongSupplier otherNanoTime) {
    return new RunStoreOptions(
        compression, silence, otherClock, otherNanoTime, random, host, warnings, scratch);
  }

  /** The same as if on another machine. */
  public RunStoreOptions withHost(Host other) {
    return new RunStoreOptions(
        compression, silence, clock, nanoTime, random, other, warnings, scratch);
  }

  /** The same with room for what is too much for memory. */
  public RunStoreOptions with(Scratch other) {
    return new RunStoreOptions(
        compression, silence, clock, nanoTime, random, host, warnings, other);
  }
}
