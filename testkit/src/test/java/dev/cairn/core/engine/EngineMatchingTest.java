package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.RestoreException;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StagePolicy;
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
}
