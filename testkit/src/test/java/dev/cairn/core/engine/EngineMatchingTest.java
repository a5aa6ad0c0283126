package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.RestoreException;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.model.StagePolicy.Retries;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class EngineMatchingTest extends EngineHarness {
  @Test
  void saysWhichPartOfTheInputsDiffers() {
    Woven first = process();
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, withTotal(first, 1), "2026"))
        .isInstanceOf(Broken.class);
    Woven second = process();

    assertThatThrownBy(() -> second.pipeline(NIGHTLY, withTotal(second, 2), "2026"))
        .isInstanceOf(Broken.class);

    assertThat(reasons()).containsExactly("first attempt", "inputs differ: ctx.total");
  }

  private Callable<Object> withTotal(Woven woven, int total) {
    return () -> {
      Context context = new Context();
      context.total = total;
      woven.stage(PARSE, () -> parse(context), context);
      throw new Broken();
    };
  }

  @Test
  void runsAStageAgainWhoseCodeChangedAndVoidsWhatCameAfter() {
    Woven first = process();
    runVersion(first, "1");
    Woven second = process();

    runVersion(second, "2");

    assertThat(restoredStages()).isEmpty();
    assertThat(reasons())
        .containsExactly(
            "first attempt",
            "first attempt",
            "its code changed",
            "an earlier call ran anew, so its record no longer counts");
  }

  private void runVersion(Woven woven, String version) {
    StageDefinition stage =
        Woven.stage("parse", Woven.version(version, CodeChangePolicy.RERUN), "x");
    assertThatThrownBy(
            () ->
                woven.pipeline(
                    NIGHTLY,
                    () -> {
                      woven.stage(stage, executed::incrementAndGet, 1);
                      woven.stage(Woven.stage("link", "x"), executed::incrementAndGet, 2);
                      throw new Broken();
                    },
                    "2026"))
        .isInstanceOf(Broken.class);
  }

  @Test
  void failsWhereTheUserAskedForThatOnChangedCode() {
    Woven first = process();
    runFailing(first, "1");
    Woven second = process();

    assertThatThrownBy(() -> second.pipeline(NIGHTLY, once(second, "2"), "2026"))
        .isInstanceOf(RestoreException.class)
        .hasMessageContaining("parse")
        .hasMessageContaining("cairn.fresh");
  }

  private void runFailing(Woven woven, String version) {
    assertThatThrownBy(
            () ->
                woven.pipeline(
                    NIGHTLY,
                    () -> {
                      once(woven, version).call();
                      throw new Broken();
                    },
                    "2026"))
        .isInstanceOf(Broken.class);
  }

  private Callable<Object> once(Woven woven, String version) {
    return () ->
        woven.stage(
            Woven.stage("parse", Woven.version(version, CodeChangePolicy.FAIL), "x"),
            executed::incrementAndGet,
            1);
  }

  @Test
  void restoresTheFinishedChildrenOfAnUnfinishedStage() {
    Woven first = process();
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, nested(first, true), "2026"))
        .isInstanceOf(Broken.class);
    Woven second = process();

    Context result = second.pipeline(NIGHTLY, nested(second, false), "2026");

    assertThat(restoredStages()).containsExactly("outer > parse");
    assertThat(result.lines).containsExactly("outer", "parsed", "done");
  }

  private Callable<Context> nested(Woven woven, boolean failing) {
    return () -> {
      Context context = new Context();
      woven.stage(
          Woven.stage("outer", "ctx"),
          () -> {
            context.lines.add("outer");
            woven.stage(PARSE, () -> parse(context), context);
            if (failing) {
              throw new Broken();
            }
            context.lines.add("done");
          },
          context);
      return context;
    };
  }

  @Test
  void restoresEqualCallsOneByOne() {
    Woven first = process();
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, draws(first, 2), "2026"))
        .isInstanceOf(Broken.class);
    Woven second = process();

    assertThatThrownBy(() -> second.pipeline(NIGHTLY, draws(second, 3), "2026"))
        .isInstanceOf(Broken.class);

    assertThat(restoredStages()).containsExactly("draw", "draw");
    assertThat(drawn).containsExactly(1, 2, 1, 2, 3);
  }

  private final List<Integer> drawn = new ArrayList<>();

  private Callable<Object> draws(Woven woven, int times) {
    return () -> {
      for (int i = 0; i < times; i++) {
        drawn.add(woven.stage(Woven.stage("draw", "x"), executed::incrementAndGet, "same"));
      }
      throw new Broken();
    };
  }

  @Test
  void matchesByKeyWhereTheRestOfTheInputsDiffersWithoutHavingBeenChanged() {
    Woven first = process();
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, keyed(first, 1, 7), "2026"))
        .isInstanceOf(Broken.class);
    Woven second = process();

    assertThatThrownBy(() -> second.pipeline(NIGHTLY, keyed(second, 2, 7), "2026"))
        .isInstanceOf(Broken.class);

    assertThat(restoredStages()).containsExactly("keyed");
  }

  @Test
  void executesAKeyedCallWhoseChangedObjectBeganDifferently() {
    Woven first = process();
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, keyed(first, 1, 7), "2026"))
        .isInstanceOf(Broken.class);
    Woven second = process();

    assertThatThrownBy(() -> second.pipeline(NIGHTLY, keyed(second, 1, 8), "2026"))
        .isInstanceOf(Broken.class);

    assertThat(restoredStages()).isEmpty();
  }

  /** A stage with a key that changes its second context and only reads its first. */
  private Callable<Object> keyed(Woven woven, int read, int changed) {
    StageDefinition stage =
        new StageDefinition(
            PARSE.id(),
            "keyed",
            List.of(
                new Parameter("id", true, false, false),
                Parameter.plain("in"),
                Parameter.plain("out")),
            StagePolicy.DEFAULT);
    return () -> {
      Context in = new Context();
      in.total = read;
      Context out = new Context();
      out.total = changed;
      woven.stage(stage, () -> out.total++, "doc-1", in, out);
      assertThat(out.total).isEqualTo(changed + 1);
      throw new Broken();
    };
  }

  /** Pipelines of the same name whose code differs. */
  @SuppressWarnings("unused") // the fingerprint reads them
  static final class Versions {
    private Versions() {}

    static Object one() {
      return "one";
    }

    static Object two() {
      return "two";
    }
  }

  private static PipelineDefinition version(String method) {
    StageId id = new StageId(Versions.class.getName(), method, "()Ljava/lang/Object;");
    List<Parameter> parameters = List.of(Parameter.plain("date"));
    return new PipelineDefinition(id, "nightly", parameters, OnComplete.START_NEW, false);
  }

  private void calls(String version, String... stages) {
    Woven woven = process();
    Callable<Object> all =
        () -> {
          for (String stage : stages) {
            boolean cutoff = stage.startsWith("pure");
            StagePolicy policy =
                new StagePolicy(CodeChangePolicy.RERUN, "1", cutoff, false, Retries.NONE);
            woven.stage(Woven.stage(stage, policy, "x"), executed::incrementAndGet, stage);
          }
          throw new Broken();
        };
    assertThatThrownBy(() -> woven.pipeline(version(version), all, "2026"))
        .isInstanceOf(Broken.class);
  }

  @Test
  void aStageThatIsNewInThePipelineVoidsWhatFollowsIt() {
    calls("one", "load", "link", "print");

    calls("two", "load", "clean", "link", "print");

    assertThat(restoredStages()).containsExactly("load");
    assertThat(reasons().subList(3, 6))
        .containsExactly(
            "not finished before, and the code around it changed since link was recorded, which no"
                + " longer counts",
            "an earlier call ran anew, so its record no longer counts",
            "an earlier call ran anew, so its record no longer counts");
    calls("two", "load", "clean", "link", "print");
    assertThat(restoredStages()).containsExactly("load", "load", "clean", "link", "print");
  }

  @Test
  void aStageThatThePipelineLeavesOutVoidsWhatFollowedIt() {
    calls("one", "load", "clean", "link", "print");

    calls("two", "load", "link", "print");

    assertThat(restoredStages()).containsExactly("load");
    assertThat(reasons().get(4))
        .isEqualTo(
            "the code around it changed and does not call clean before it any more, so its record"
                + " no longer counts");
    calls("one", "load", "clean", "link", "print");
    assertThat(restoredStages()).containsExactly("load", "load");
  }

  @Test
  void whatDependsOnItsInputsAloneIsRestoredInAnyPipeline() {
    calls("one", "load", "clean", "pure", "print");

    calls("two", "load", "pure", "print");

    assertThat(restoredStages()).containsExactly("load", "pure");
  }

  @Test
  void anotherOrderOfTheSameStagesCountsFromWhereItDiffers() {
    calls("one", "load", "clean", "link", "print");

    calls("two", "load", "link", "clean", "print");

    assertThat(restoredStages()).containsExactly("load");
  }

  @Test
  void aChangedPipelineThatCallsTheSameVoidsNothing() {
    calls("one", "load", "link");

    calls("two", "load", "link", "print");
    calls("one", "load", "link", "print");

    assertThat(restoredStages()).containsExactly("load", "link", "load", "link", "print");
  }

  @Test
  void theSamePipelineThatCallsOtherStagesVoidsNothing() {
    calls("one", "load", "link", "print");

    calls("one", "load", "clean", "print");

    assertThat(restoredStages()).containsExactly("load", "print");
  }

  @Test
  void aStageThatIsNewInAnUnfinishedStageVoidsWhatFollowsItThere() {
    inside("1", "parse", "print");

    inside("2", "clean", "parse", "print");

    assertThat(restoredStages()).isEmpty();
    inside("2", "clean", "parse", "print");
    assertThat(restoredStages()).containsExactly("outer > clean", "outer > parse", "outer > print");
  }

  private void inside(String version, String... stages) {
    Woven woven = process();
    StageDefinition outer =
        Woven.stage("outer", Woven.version(version, CodeChangePolicy.RERUN), "x");
    Callable<Object> all =
        () ->
            woven.stage(
                outer,
                () -> {
                  for (String stage : stages) {
                    woven.stage(Woven.stage(stage, "x"), executed::incrementAndGet, stage);
                  }
                  throw new Broken();
                },
                1);
    assertThatThrownBy(() -> woven.pipeline(NIGHTLY, all, "2026")).isInstanceOf(Broken.class);
  }
}
