package dev.cairn.core.log;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.storage.Storage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The runs of a store: reading them, opening new ones, taking them over.
 *
 * <p>Safe for use by many threads. All input and output happens on Cairn's own threads: an
 * interrupt of the calling thread disturbs nothing and is still set when a method returns.
 *
 * <p>Every method may throw {@link StoreException}. What is damaged is reported, never removed.
 */
public final class RunStore implements AutoCloseable {

  private RunStore() {}

  /**
   * Opens a store for reading and writing; a new one is probed first and refused where two writers
   * could both win. The store closes the storage.
   *
   * @throws UnsupportedFormatException if a later version of Cairn wrote it
   * @throws DamagedException if its description is damaged
   */
  public static RunStore open(Storage storage, RunStoreOptions options) {
    throw new UnsupportedOperationException("being built");
  }

  /** Opens a store that must exist, for reading: nothing is ever written. */
  public static RunStore openReadOnly(Storage storage, RunStoreOptions options) {
    throw new UnsupportedOperationException("being built");
  }

  /** The newest generation of a key, however it stands. */
  public Optional<RunHistory> newest(String pipeline, String keyDigest) {
    throw new UnsupportedOperationException("being built");
  }

  /** One run. */
  public Optional<RunHistory> find(RunId run) {
    throw new UnsupportedOperationException("being built");
  }

  /** All runs, by pipeline, key and generation. */
  public List<RunId> runs() {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Opens a new run and owns it.
   *
   * @param generation one more than the newest that was seen, 1 where there was none
   * @return empty where that generation exists by now: look at the newest again
   */
  public Optional<RunLog> create(RunKey key, int generation, OpenFacts facts) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Takes over an unfinished run if its owner let it go, is known to be gone, or has been silent
   * long enough. Reads the log anew: of the argument only the run counts.
   *
   * @throws UnsupportedFormatException if a later version of Cairn wrote an entry of it
   */
  public Claim claim(RunHistory history) {
    throw new UnsupportedOperationException("being built");
  }

  /** The longest time that a takeover from an owner with this store's options can take. */
  public Duration takeoverTime() {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * A checkpoint's raw bytes, every one of them verified.
   *
   * @throws DamagedException if they are not what was written, or missing
   */
  public Payload read(Checkpoint checkpoint) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * The raw bytes of a complete run's result, verified; empty where it recorded none.
   *
   * @throws DamagedException if they are not what was written, or missing
   */
  public Optional<Payload> readResult(RunHistory history) {
    throw new UnsupportedOperationException("being built");
  }

  /** Closes the logs that are still open, leaving their runs unfinished, and the storage. */
  @Override
  public void close() {
    throw new UnsupportedOperationException("being built");
  }
}
