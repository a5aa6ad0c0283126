package dev.cairn.cli;

import dev.cairn.core.model.Damage;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run in full as JSON; the names of the components are promised in {@code docs/cli.md}. */
record HistoryJson(
    String run,
    String pipeline,
    String keyDigest,
    int generation,
    @Nullable String key,
    String status,
    @Nullable String application,
    String owner,
    int attempts,
    String openedAt,
    String lastEntryAt,
    List<CallJson> calls,
    List<Damage> damages) {

  static HistoryJson of(RunHistory history) {
    RunId run = history.run();
    return new HistoryJson(
        run.toString(),
        run.pipeline(),
        run.keyDigest(),
        run.generation(),
        history.opened().map(OpenFacts::key).orElse(null),
        StatusWord.of(history.status()).word(),
        history.opened().map(OpenFacts::application).orElse(null),
        history.owner().toString(),
        history.attempts().size(),
        history.openedAt().toString(),
        history.lastEntryAt().toString(),
        history.checkpoints().stream().map(one -> CallJson.of(one, history)).toList(),
        history.damages());
  }

  /** One recorded call. */
  record CallJson(
      long seq,
      long attempt,
      String call,
      List<String> stages,
      String startedAt,
      String endedAt,
      long tookMillis,
      long rawBytes,
      long storedBytes,
      String compression,
      String codec,
      boolean usable,
      Map<String, String> metadata,
      List<String> notes) {

    static CallJson of(Checkpoint checkpoint, RunHistory history) {
      CallFacts call = checkpoint.call();
      return new CallJson(
          checkpoint.seq(),
          checkpoint.epoch(),
          CallLabel.of(call.path()),
          call.path().keys().stream().map(key -> key.stage()).toList(),
          call.startedAt().toString(),
          call.endedAt().toString(),
          call.took().toMillis(),
          checkpoint.payload().rawBytes(),
          checkpoint.payload().storedBytes(),
          checkpoint.payload().compression(),
          call.codec(),
          history.isUsable(checkpoint),
          call.metadata(),
          call.notes());
    }
  }
}
