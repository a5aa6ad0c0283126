package dev.cairn.core;

import dev.cairn.core.catalog.ListedCheckpoint;
import dev.cairn.core.catalog.ListedCheckpoint.State;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.PayloadFacts;
import java.time.Instant;
import java.util.Map;

/**
 * What is known of a state that {@link Checkpoints} saved, without reading it.
 *
 * @param id what the program calls it
 * @param savedAt when it was saved
 * @param state whether it can be read, as far as can be told without reading it
 * @param rawBytes its size
 * @param storedBytes its size as stored
 * @param delta whether it is stored as a difference to an earlier one
 * @param metadata what was recorded with it
 * @param checkpoint all that is recorded of it
 */
public record SavedState(
    String id,
    Instant savedAt,
    State state,
    long rawBytes,
    long storedBytes,
    boolean delta,
    Map<String, String> metadata,
    Checkpoint checkpoint) {
  /** What states are called as calls of a stage, where runs are shown. */
  static final String STAGE = "save";

  private static final String KEY_PREFIX = "k:";

  static SavedState of(ListedCheckpoint listed) {
    Checkpoint checkpoint = listed.checkpoint();
    CallFacts call = checkpoint.call();
    PayloadFacts payload = checkpoint.payload();
    return new SavedState(
        id(checkpoint),
        call.endedAt(),
        listed.state(),
        payload.rawBytes(),
        payload.storedBytes(),
        payload.isDelta(),
        Map.copyOf(call.metadata()),
        checkpoint);
  }

  static CallKey key(String id) {
    return new CallKey(STAGE, KEY_PREFIX + id, 0);
  }

  static String id(Checkpoint checkpoint) {
    return id(checkpoint.call());
  }

  static String id(CallFacts call) {
    return call.path().last().discriminator().substring(KEY_PREFIX.length());
  }

  /** Whether such a call is a state that was saved by hand. */
  static boolean isSaved(CallFacts call) {
    return call.path().keys().size() == 1
        && call.stage().equals(STAGE)
        && call.path().last().discriminator().startsWith(KEY_PREFIX);
  }
}
