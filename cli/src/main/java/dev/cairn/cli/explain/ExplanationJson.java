package dev.cairn.cli.explain;

import dev.cairn.cli.text.CallLabel;
import dev.cairn.core.catalog.CheckpointDiff;
import dev.cairn.core.codec.tree.Difference;
import dev.cairn.core.explain.RunExplanation;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Amendment;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The explanation of a run as JSON; its fields are promised in {@code docs/cli.md}. */
record ExplanationJson(
    String run,
    List<CallJson> calls,
    List<UnprotectedJson> unprotected,
    List<AmendmentJson> amendments) {

  /** What is said of a run. */
  public static ExplanationJson of(
      RunExplanation explanation, RunHistory run, CheckpointDiff diff) {
    return new ExplanationJson(
        run.run().toString(),
        explanation.calls().stream()
            .map(call -> CallJson.of(call, explanation.differences(call.checkpoint(), diff)))
            .toList(),
        explanation.unprotected().entrySet().stream()
            .flatMap(by -> by.getValue().stream().map(call -> UnprotectedJson.of(by, call)))
            .toList(),
        run.amendments().stream().map(AmendmentJson::of).toList());
  }

  /** One recorded call. */
  public record CallJson(
      long entry,
      long attempt,
      String call,
      String ran,
      List<Long> restored,
      String next,
      List<Difference> differences) {
    static CallJson of(RunExplanation.Call call, List<Difference> differences) {
      return new CallJson(
          call.checkpoint().seq(),
          call.checkpoint().epoch(),
          CallLabel.of(call.checkpoint().call().path()),
          call.ran(),
          call.restoredBy(),
          call.next(),
          differences);
    }
  }

  /** A call without a record. */
  public record UnprotectedJson(long attempt, String reason) {
    static UnprotectedJson of(Map.Entry<Long, List<String>> by, String call) {
      return new UnprotectedJson(by.getKey(), call);
    }
  }

  /** What a person said. */
  public record AmendmentJson(long entry, String at, String kind, String stage, String detail) {
    static AmendmentJson of(Amendment amendment) {
      return new AmendmentJson(
          amendment.seq(),
          amendment.at().toString(),
          amendment.kind().name().toLowerCase(Locale.ROOT),
          amendment.stage(),
          amendment.detail());
    }
  }
}
