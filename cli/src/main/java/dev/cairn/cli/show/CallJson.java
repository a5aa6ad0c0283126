package dev.cairn.cli.show;

import dev.cairn.cli.text.CallLabel;
import dev.cairn.core.engine.match.Caller;
import dev.cairn.core.engine.match.Untold;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.PayloadFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One recorded call as JSON; its fields are promised in {@code docs/cli.md}. */
record CallJson(
    long entry,
    long attempt,
    String call,
    List<StepJson> path,
    String startedAt,
    String endedAt,
    long tookMillis,
    long rawBytes,
    long storedBytes,
    @Nullable Long base,
    String compression,
    @Nullable String pack,
    String codec,
    boolean usable,
    Map<String, String> metadata,
    List<String> notes) {

  static CallJson of(Checkpoint checkpoint, RunHistory history) {
    CallFacts call = checkpoint.call();
    PayloadFacts payload = checkpoint.payload();
    return new CallJson(
        checkpoint.seq(),
        checkpoint.epoch(),
        CallLabel.of(call.path()),
        call.path().keys().stream().map(StepJson::of).toList(),
        call.startedAt().toString(),
        call.endedAt().toString(),
        call.took().toMillis(),
        payload.rawBytes(),
        payload.storedBytes(),
        payload.isDelta() ? payload.base() : null,
        payload.compression(),
        payload.pack().orElse(null),
        call.codec(),
        history.isUsable(checkpoint),
        call.metadata(),
        notes(call));
  }

  /** What is to be said of this call alone. */
  static List<String> notes(CallFacts call) {
    return call.notes().stream()
        .filter(note -> !StageInputs.isNote(note) && !Untold.isOne(note) && !Caller.isNote(note))
        .toList();
  }

  /** One call on the way from the run to this one; no key where it has no {@code @Key}. */
  record StepJson(String stage, @Nullable String key, int occurrence) {
    static StepJson of(CallKey step) {
      return new StepJson(step.stage(), CallLabel.key(step).orElse(null), step.occurrence());
    }
  }
}
