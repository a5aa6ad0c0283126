package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.event.CairnEvent.Detail;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.model.StageDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineInputsTest extends EngineHarness {
  @Test
  void tellsOnceWhichFieldsOfItsObjectAStageHasAsInputs() {
    Woven woven = process();
    Counter counter = new Counter();
    StageDefinition left = Woven.method(Counter.class, "left");

    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stageOf(counter, left, counter::left);
          woven.stageOf(counter, left, counter::left);
          woven.stage(PARSE, () -> {}, new Context());
          return null;
        },
        "2026");

    assertThat(
            events.stream().filter(Detail.class::isInstance).map(event -> ((Detail) event).text()))
        .containsExactly(
            "stage left on " + Counter.class.getName() + " has as inputs this.left",
            "stage parse has as inputs ctx");
  }

  @Test
  void recordsThemOnceInEachAttempt() {
    Counter counter = new Counter();
    StageDefinition left = Woven.method(Counter.class, "left");
    Woven crashing = process();
    assertThatThrownBy(() -> countedThrice(crashing, counter, left, true))
        .isInstanceOf(Broken.class);

    countedThrice(process(), new Counter(), left, false);

    assertThat(notes())
        .containsExactly(List.of("inputs=this.left"), List.of(), List.of("inputs=this.left"));
  }

  private static void countedThrice(
      Woven woven, Counter counter, StageDefinition left, boolean failing) {
    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stageOf(counter, left, counter::left);
          woven.stageOf(counter, left, counter::left);
          if (failing) {
            throw new Broken();
          }
          woven.stageOf(counter, left, counter::left);
          return null;
        },
        "2026");
  }

  private List<List<String>> notes() {
    return events.stream()
        .filter(CallExecuted.class::isInstance)
        .map(event -> ((CallExecuted) event).checkpoint().call().notes())
        .map(notes -> notes.stream().filter(StageInputs::isNote).toList())
        .toList();
  }
}
