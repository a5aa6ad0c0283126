package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.core.amend.RunAmendments;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.explain.RunExplanation;
import dev.cairn.core.explain.RunPlan;
import dev.cairn.core.explain.RunPlan.Fate;
import dev.cairn.core.explain.RunPlan.Met;
import dev.cairn.core.explain.RunPlan.Planned;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.RunKey;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What people say, and are told, between two attempts. */
class EngineAmendmentsTest extends EngineHarness {
  private static final RunKey KEY = new RunKey("nightly", "date=\"2026\"");

  private void amend(BiConsumer<RunAmendments, RunHistory> word) {
    RunStore store = store(storage);
    RunHistory run = store.newest(KEY).orElseThrow();
    word.accept(new RunAmendments(store, () -> false), run);
  }

  private void attempt(String version) {
    assertThatThrownBy(() -> stages(version)).isInstanceOf(Broken.class);
  }

  private void refused(String version) {
    assertThatThrownBy(() -> stages(version)).isInstanceOf(RestoreException.class);
  }

  /** Stages a, b with c inside, d; a version of b; then it breaks off. */
  private void stages(String version) {
    stages(
        version,
        () -> {
          throw new Broken();
        });
  }

  private void stages(String version, Runnable then) {
    Woven woven = process();
    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stage(Woven.stage("a", "x"), executed::incrementAndGet, 1);
          woven.stage(
              Woven.stage("b", Woven.version(version, CodeChangePolicy.FAIL), "x"),
              () -> {
                woven.stage(Woven.stage("c", "x"), executed::incrementAndGet, 3);
              },
              2);
          woven.stage(Woven.stage("d", "x"), executed::incrementAndGet, 4);
          then.run();
          return null;
        },
        "2026");
  }

  private void attemptAnew(String version) {
    events.clear();
    attempt(version);
  }

  @Test
  void runsAnInvalidatedStageTheCallsAroundItAndWhatCameAfter() {
    attempt("1");

    amend((amendments, run) -> amendments.invalidate(run, "c"));

    attemptAnew("1");
    assertThat(restoredStages()).containsExactly("a");
    assertThat(reasons())
        .containsExactly(
            "declared void by invalidate",
            "declared void by invalidate",
            "an earlier call ran anew, so its record no longer counts");
    attemptAnew("1");
    assertThat(restoredStages()).containsExactly("a", "b", "d");
  }

  @Test
  void explainsWhyCallsRanAndWhatComesNext() {
    attempt("1");
    amend((amendments, run) -> amendments.invalidate(run, "d"));
    attemptAnew("1");
    amend((amendments, run) -> amendments.invalidate(run, "c"));

    amend(
        (amendments, run) -> {
          List<RunExplanation.Call> calls = new RunExplanation(run).calls();
          assertThat(calls)
              .extracting(call -> call.checkpoint().call().stage(), RunExplanation.Call::ran)
              .containsExactly(
                  tuple("a", "first attempt"),
                  tuple("c", "first attempt"),
                  tuple("b", "first attempt"),
                  tuple("d", "first attempt"),
                  tuple("d", "declared void by invalidate"));
          assertThat(calls.get(0).restoredBy()).hasSize(1);
          assertThat(calls.get(0).next()).startsWith("restored, if");
          assertThat(calls.get(1).next()).contains("declared void");
          assertThat(calls.get(2).next()).contains("declared void");
          assertThat(calls.get(4).next()).contains("an earlier call ran anew");
        });
  }

  /** No record comes after them: the end of the run says so. */
  @Test
  void explainsWhatWasRestoredAfterTheLastRecord() {
    attempt("1");

    stages("1", () -> {});

    amend(
        (amendments, run) ->
            assertThat(new RunExplanation(run).calls())
                .extracting(
                    call -> call.checkpoint().call().stage(), call -> call.restoredBy().size())
                .containsExactly(tuple("a", 1), tuple("c", 0), tuple("b", 1), tuple("d", 1)));
  }

  private static Met met(RunHistory run, String stage, boolean restored) {
    CallFacts call =
        run.checkpoints().stream()
            .map(Checkpoint::call)
            .filter(one -> one.stage().equals(stage))
            .findFirst()
            .orElseThrow();
    OptionalLong voids = restored ? OptionalLong.empty() : OptionalLong.of(call.began());
    return new Met(call.path(), restored, "met", voids);
  }

  @Test
  void plansThatWhatBeganAfterACallThatRunsInThePlaceOfARecordRuns() {
    attempt("1");

    amend(
        (amendments, run) -> {
          RunPlan plan = new RunPlan(run, List.of(met(run, "a", true), met(run, "b", false)));
          assertThat(plan.calls())
              .extracting(call -> call.path().last().stage(), Planned::fate)
              .containsExactly(
                  tuple("a", Fate.RESTORE),
                  tuple("b", Fate.RUN),
                  tuple("c", Fate.RUN),
                  tuple("d", Fate.RUN));
          assertThat(plan.calls().get(3).reason()).contains("an earlier call ran anew");
          assertThat(plan.loadBytes(Fate.RESTORE))
              .isEqualTo(run.checkpoints().get(0).payload().storedBytes());
        });
  }

  @Test
  void plansThatWhatWasNotComeToMayBeRestoredAndAsksForNothingInsideARestoredCall() {
    attempt("1");

    amend(
        (amendments, run) -> {
          RunPlan plan = new RunPlan(run, List.of(met(run, "a", true), met(run, "b", true)));
          assertThat(plan.calls())
              .extracting(call -> call.path().last().stage(), Planned::fate)
              .containsExactly(
                  tuple("a", Fate.RESTORE), tuple("b", Fate.RESTORE), tuple("d", Fate.PERHAPS));
        });
  }

  @Test
  void acceptsTheCodeThatTheNextAttemptFindsAndNoOther() {
    attempt("1");
    refused("2");

    amend((amendments, run) -> amendments.accept(run, "b"));

    attemptAnew("2");
    assertThat(restoredStages()).containsExactly("a", "b", "d");
    attemptAnew("2");
    assertThat(restoredStages()).containsExactly("a", "b", "d");
    refused("3");
  }

  @Test
  void aForkHasWhatCameBeforeAndIsResumed() {
    attempt("1");

    amend(
        (amendments, run) -> {
          assertThat(amendments.fork(run, "c").checkpoints()).isEqualTo(1);
        });

    attemptAnew("1");
    assertThat(restoredStages()).containsExactly("a");
    assertThat(reasons()).hasSize(3);
    RunStore store = store(storage);
    RunHistory fork = store.newest(KEY).orElseThrow();
    assertThat(fork.run().generation()).isEqualTo(2);
    assertThat(fork.damages()).isEmpty();
  }
}
