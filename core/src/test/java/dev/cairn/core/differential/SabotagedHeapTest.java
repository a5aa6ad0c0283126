package dev.cairn.core.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.differential.Verdict.Wrong;
import dev.cairn.core.differential.program.Case;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The differential test notices what it is there for. */
class SabotagedHeapTest {
  private static final int CASES = 1000;

  static Stream<Named<Sabotage>> sabotages() {
    Stream<Named<Sabotage>> ofMore =
        Stream.of(
            Named.of("ignores a slot", Saboteurs.ignoringASlot()),
            Named.of("rewrites what is unchanged", Saboteurs.rewritingWhatIsUnchanged()));
    return Stream.concat(Saboteurs.ofRestores(), ofMore);
  }

  @ParameterizedTest
  @MethodSource("sabotages")
  void aProductThatIsWrongInOneWayIsFoundOut(Sabotage sabotage) {
    Trial trial = new Trial(sabotage);

    boolean found =
        LongStream.range(0, CASES)
            .mapToObj(seed -> trial.run(Case.of(seed)))
            .anyMatch(Wrong.class::isInstance);

    assertThat(found).isTrue();
  }
}
