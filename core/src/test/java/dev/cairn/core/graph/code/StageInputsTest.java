package dev.cairn.core.graph.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageInputsTest {
  private static final Optional<String> WHY = Optional.of("Nightly.load passes it to Chart.draw");

  @Test
  void aNoteReadsBack() {
    for (StageInputs inputs :
        List.of(
            new StageInputs(List.of(), Optional.empty()),
            new StageInputs(List.of(), WHY),
            new StageInputs(List.of("orders"), Optional.empty()),
            new StageInputs(List.of("orders", "this.log (not saved)", "this.a, b"), WHY))) {
      assertThat(StageInputs.isNote(inputs.note())).isTrue();
      assertThat(StageInputs.ofNote(inputs.note())).isEqualTo(inputs);
    }
  }

  @Test
  void otherNotesAreNone() {
    assertThat(StageInputs.isNote("tries=2")).isFalse();
  }

  @Test
  void peopleReadWhyAllFieldsCount() {
    assertThat(new StageInputs(List.of("orders", "this.total"), WHY))
        .hasToString(
            "orders, this.total; all fields of this, for Nightly.load passes it to Chart.draw");
    assertThat(new StageInputs(List.of(), Optional.empty())).hasToString("nothing");
  }
}
