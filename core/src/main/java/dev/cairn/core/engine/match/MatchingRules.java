package dev.cairn.core.engine.match;

import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.StageDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules that say whether a recorded call counts. There is one set of them; tests break one rule
 * at a time to see that this is noticed.
 *
 * @param recording what is known of a log's calls
 * @param deciding what becomes of a call
 * @param sharing whether two calls have an object in common
 */
public record MatchingRules(Recording recording, Deciding deciding, Sharing sharing) {

  /** Makes of a log what calls ask, as {@link ChangedCallers#of} does. */
  public interface Recording {
    /** For one attempt at a run. */
    CallRecords of(RunHistory history);
  }

  /** Decides about a call as {@link StageDecider#decide} does. */
  public interface Deciding {
    /** Pure: the same answers to the same facts. */
    Decision decide(
        StageDefinition stage,
        Map<String, Fingerprint> inputs,
        Function<Checkpoint, CodeVerdict> code,
        Place.Recorded recorded);
  }

  /** Finds objects among the inputs of a call. */
  public interface Sharing {
    /** Where an object is among inputs; empty where it is not. */
    Optional<String> path(WalkedGraph inputs, Object object);
  }
}
