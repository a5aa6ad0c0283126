package dev.cairn.cli.show;

import dev.cairn.cli.text.StatusWord;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.log.Attempt;
import dev.cairn.core.log.Liveness;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run in full as JSON; its fields are promised in {@code docs/cli.md}. */
record HistoryJson(
    String run,
    String pipeline,
    String keyDigest,
    int generation,
    @Nullable String key,
    String status,
    String owner,
    @Nullable String application,
    @Nullable String openedAt,
    @Nullable String lastEntryAt,
    List<AttemptJson> attempts,
    List<CallJson> calls,
    List<StageJson> stages,
    List<DamageJson> damages,
    Map<String, String> totals) {

  /** The JSON of it. */
  public static HistoryJson of(RunHistory history, Liveness owner) {
    RunId run = history.run();
    return new HistoryJson(
        run.toString(),
        run.pipeline(),
        run.keyDigest(),
        run.generation(),
        history.opened().map(OpenFacts::key).orElse(null),
        StatusWord.of(history.status(), owner).word(),
        owner.name().toLowerCase(Locale.ROOT),
        history.opened().map(OpenFacts::application).orElse(null),
        RunJson.time(history.openedAt()),
        RunJson.time(history.lastEntryAt()),
        history.attempts().stream().map(AttemptJson::of).toList(),
        history.checkpoints().stream().map(one -> CallJson.of(one, history)).toList(),
        StageJson.of(history),
        history.damages().stream().map(DamageJson::of).toList(),
        history.totals());
  }

  /**
   * What a stage has as inputs.
   *
   * @param whyAllFields null where the stage names the fields of {@code this} that it uses
   */
  record StageJson(String stage, List<String> inputs, @Nullable String whyAllFields) {

    /** Of each stage what was said last, in the order in which they were first heard of. */
    static List<StageJson> of(RunHistory history) {
      Map<String, StageJson> stages = new LinkedHashMap<>();
      for (Checkpoint checkpoint : history.checkpoints()) {
        String stage = checkpoint.call().stage();
        checkpoint.call().notes().stream()
            .filter(StageInputs::isNote)
            .map(StageInputs::ofNote)
            .forEach(inputs -> stages.put(stage, of(stage, inputs)));
      }
      return List.copyOf(stages.values());
    }

    private static StageJson of(String stage, StageInputs inputs) {
      return new StageJson(stage, inputs.names(), inputs.whyAll().orElse(null));
    }

    String inWords() {
      return inputs.isEmpty() ? "nothing" : String.join(", ", inputs);
    }
  }

  /** One process's turn at the run. */
  record AttemptJson(long attempt, String host, long pid, String since) {
    static AttemptJson of(Attempt attempt) {
      return new AttemptJson(
          attempt.epoch(),
          attempt.owner().host(),
          attempt.owner().pid(),
          attempt.since().toString());
    }
  }

  /** One thing that is not as it was written. */
  record DamageJson(long entry, String subject, String expected, String found) {
    static DamageJson of(Damage damage) {
      return new DamageJson(damage.seq(), damage.subject(), damage.expected(), damage.found());
    }
  }
}
