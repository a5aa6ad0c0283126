package dev.cairn.core.engine.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProvenanceTest {
  private final Provenance<String> provenance = new Provenance<>();
  private final Object one = new Order();
  private final Object other = new Order();

  private static final class Order {
    @Override
    public boolean equals(Object o) {
      return o instanceof Order;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  @Test
  void anObjectBelongsToTheRunThatHadIt() {
    provenance.met("monday", one);

    assertThat(provenance.of(new Object[] {one, "text", 3, null})).contains("monday");
  }

  @Test
  void anEqualObjectIsAnother() {
    provenance.met("monday", one);

    assertThat(provenance.of(new Object[] {other})).isEmpty();
  }

  @Test
  void whatTwoRunsHadProvesNothingEvenWhenOneIsOver() {
    provenance.met("monday", one);
    provenance.met("tuesday", one);
    provenance.forget("tuesday");

    assertThat(provenance.of(new Object[] {one})).isEmpty();
  }

  @Test
  void argumentsThatTellDifferentThingsProveNothing() {
    provenance.met("monday", one);
    provenance.met("tuesday", other);

    assertThat(provenance.of(new Object[] {one, other})).isEmpty();
  }

  @Test
  void anArgumentThatNobodyHasSeenMayBelongToAnyRun() {
    provenance.met("monday", one);

    assertThat(provenance.of(new Object[] {one, other})).isEmpty();
  }

  @Test
  void aRunThatIsOverHasNothing() {
    provenance.met("monday", one);
    provenance.forget("monday");

    assertThat(provenance.of(new Object[] {one})).isEmpty();
    provenance.met("tuesday", one);
    assertThat(provenance.of(new Object[] {one})).contains("tuesday");
  }

  static Stream<Object> sharedByNature() {
    Supplier<String> lambda = () -> "";
    return Stream.of(
        "text", 3, DayOfWeek.MONDAY, String.class, List.of(), List.of(1), new int[0], lambda);
  }

  @ParameterizedTest
  @MethodSource("sharedByNature")
  void whatManyMayHoldProvesNothing(Object shared) {
    provenance.met("monday", shared);

    assertThat(provenance.of(new Object[] {shared})).isEmpty();
    assertThat(provenance.size()).isZero();
  }

  @Test
  void aCollectionOrAnArrayThatSomebodyMadeTells() {
    List<String> list = new ArrayList<>();
    int[] array = {1};
    provenance.met("monday", list);
    provenance.met("monday", array);

    assertThat(provenance.of(new Object[] {list, array})).contains("monday");
  }
}
