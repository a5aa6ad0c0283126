package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.event.CairnEvent.Detail;
import dev.cairn.core.model.StageDefinition;
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
}
