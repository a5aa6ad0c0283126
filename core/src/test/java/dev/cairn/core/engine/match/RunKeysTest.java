package dev.cairn.core.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.model.Parameter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunKeysTest {
  private enum Mode {
    FULL {}
  }

  private record Day(LocalDate date, int part) {}

  @Test
  void namesEveryValueParameterAndLeavesOutTheRest() {
    List<Parameter> parameters =
        List.of(Parameter.plain("date"), Parameter.plain("client"), Parameter.plain("mode"));

    Optional<String> key =
        RunKeys.text(
            parameters, new Object[] {LocalDate.of(2026, 11, 23), new Object(), Mode.FULL});

    assertThat(key).contains("date=2026-11-23, mode=FULL");
  }

  @Test
  void takesOnlyMarkedParametersWhereThereAreAny() {
    List<Parameter> parameters =
        List.of(Parameter.plain("date"), new Parameter("region", true, false, false));

    Optional<String> key = RunKeys.text(parameters, new Object[] {"2026", "north"});

    assertThat(key).contains("region=\"north\"");
  }

  @Test
  void keepsDifferentValuesApart() {
    assertThat(RunKeys.text("a\", \"b")).isNotEqualTo(RunKeys.text("a"));
    assertThat(RunKeys.text(List.of("a", "b"))).isNotEqualTo(RunKeys.text(List.of("a, b")));
    assertThat(RunKeys.text(List.of("a\", \"b"))).isNotEqualTo(RunKeys.text(List.of("a", "b")));
    assertThat(RunKeys.text("null")).isNotEqualTo(RunKeys.text((Object) null));
    assertThat(RunKeys.text("1")).isNotEqualTo(RunKeys.text(1));
  }

  @Test
  void doesNotDependOnTheOrderOfUnorderedContainers() {
    Map<String, Integer> one = new HashMap<>(Map.of("a", 1, "b", 2));
    Set<String> forwards = new LinkedHashSet<>(List.of("x", "y"));
    Set<String> backwards = new LinkedHashSet<>(List.of("y", "x"));

    assertThat(RunKeys.text(one)).contains("{\"a\"=1, \"b\"=2}");
    assertThat(RunKeys.text(forwards)).isEqualTo(RunKeys.text(backwards));
  }

  @Test
  void readsRecordsArraysAndPaths() {
    assertThat(RunKeys.text(new Day(LocalDate.of(2026, 1, 2), 3)))
        .contains("Day(date=2026-01-02, part=3)");
    assertThat(RunKeys.text(new int[][] {{1}, {2, 3}})).contains("[[1], [2, 3]]");
    assertThat(RunKeys.text(Path.of("in", "a.txt"))).contains("in/a.txt");
    assertThat(RunKeys.text(new BigDecimal("1.50"))).contains("1.50");
  }

  @Test
  void doesNotTakeMutableThingsForValues() {
    assertThat(RunKeys.text(new AtomicInteger(1))).isEmpty();
    assertThat(RunKeys.text(new StringBuilder("a"))).isEmpty();
    assertThat(RunKeys.text(List.of(new Object()))).isEmpty();
  }

  @Test
  void namesAKeyParameterThatIsNoValue() {
    List<Parameter> parameters = List.of(new Parameter("client", true, false, false));

    assertThatThrownBy(() -> RunKeys.text(parameters, new Object[] {new Object()}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("client")
        .hasMessageContaining("java.lang.Object");
  }

  @Test
  void isEmptyTextWithoutParametersAndNothingWithoutValues() {
    assertThat(RunKeys.text(List.of(), new Object[0])).contains("");
    assertThat(RunKeys.text(List.of(Parameter.plain("x")), new Object[] {new Object()})).isEmpty();
  }
}
