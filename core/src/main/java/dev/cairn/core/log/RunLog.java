package dev.cairn.core.log;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import java.util.List;
import java.util.Map;

/**
 * The log of a run that this attempt owns: the only way to commit to it. Safe for use by many
 * threads; commits are put in an order.
 */
public final class RunLog implements AutoCloseable {

  RunLog() {}

  /** Which run. */
  public RunId run() {
    throw new UnsupportedOperationException("being built");
  }

  /** This attempt's number, the fencing token: the slot of its claim. */
  public long epoch() {
    throw new UnsupportedOperationException("being built");
  }

  /** What stood in the log before this attempt. */
  public RunHistory history() {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Records the end of a call; durable when this returns.
   *
   * @throws FencedException if another attempt has claimed the run, or it was deleted
   * @throws StoreException if it could not be written: nothing is committed, and after a second
   *     failure the store takes no more writes from this process
   */
  public Checkpoint commit(CallFacts facts, Payload raw) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * The raw bytes of a checkpoint of this run, every one of them verified.
   *
   * @throws DamagedException if they are not what was written, or missing
   */
  public Payload read(Checkpoint checkpoint) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Completes the run without a result.
   *
   * @param totals figures for people, by name
   * @throws FencedException as {@link #commit} does
   */
  public void end(Map<String, String> totals) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Completes the run with its entry method's result.
   *
   * @param codec id of the codec that wrote the result
   * @param classes names of the classes that it may name
   * @param result the encoded result
   * @param totals figures for people, by name
   * @throws FencedException as {@link #commit} does
   */
  public void end(String codec, List<String> classes, Payload result, Map<String, String> totals) {
    throw new UnsupportedOperationException("being built");
  }

  /** Whether this attempt is known to have lost the run; once true, it stays so. */
  public boolean fenced() {
    throw new UnsupportedOperationException("being built");
  }

  /** Lets the run go: others may claim it at once. Unless it was ended it stays unfinished. */
  @Override
  public void close() {
    throw new UnsupportedOperationException("being built");
  }
}
