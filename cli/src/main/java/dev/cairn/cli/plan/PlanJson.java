package dev.cairn.cli.plan;

import dev.cairn.cli.plan.StartPlan.End;
import dev.cairn.cli.text.CallLabel;
import dev.cairn.core.event.CairnEvent.CallDue.Differing;
import dev.cairn.core.explain.RunPlan;
import dev.cairn.core.explain.RunPlan.Planned;
import dev.cairn.core.model.Checkpoint;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A plan as JSON; its fields are promised in {@code docs/cli.md}. */
record PlanJson(List<RunJson> runs, @Nullable String endedBefore, @Nullable String unprotected) {

  /** The plan of a start. */
  public static PlanJson of(StartPlan plan) {
    List<RunJson> runs = plan.runs().stream().map(RunJson::of).toList();
    if (plan.end() instanceof End.BeforeUnprotected before) {
      return new PlanJson(runs, before.call(), before.reason());
    }
    return plan.end() instanceof End.BeforeCall before
        ? new PlanJson(runs, before.call(), null)
        : new PlanJson(runs, null, null);
  }

  /** One run. */
  public record RunJson(
      String run, String key, boolean resumed, List<CallJson> calls, List<Differing> differences) {
    static RunJson of(StartPlan.Planned run) {
      return new RunJson(
          run.id(),
          run.key(),
          run.plan().isPresent(),
          run.plan().stream()
              .flatMap(plan -> plan.calls().stream().map(call -> CallJson.of(plan, call)))
              .toList(),
          run.differences());
    }
  }

  /** One call. */
  public record CallJson(
      String call,
      String plan,
      String reason,
      @Nullable Long entry,
      @Nullable Long loadBytes,
      @Nullable Long tookMillis) {
    static CallJson of(RunPlan plan, Planned call) {
      @Nullable Checkpoint record = call.record().orElse(null);
      return new CallJson(
          CallLabel.of(call.path()),
          call.fate().name().toLowerCase(Locale.ROOT),
          call.reason(),
          record == null ? null : record.seq(),
          record == null ? null : plan.loadBytes(record),
          record == null ? null : record.call().took().toMillis());
    }
  }
}
