package dev.cairn.core.log.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.storage.StorageKey;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineNameTest {

  @ParameterizedTest
  @CsvSource({
    "nightly-report, nightly-report",
    "Nightly.run, +nightly.run",
    "a_b.c-1, a_b.c-1",
    "a b, a=20b",
    "a=b+c, a=3db=2bc",
    "ü, =c3=bc",
  })
  void writesANameAsPeopleCanReadIt(String name, String segment) {
    assertThat(PipelineName.escaped(name)).isEqualTo(segment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "..",
        ".",
        "/",
        "\\",
        "C:",
        "a/../b",
        "con",
        "CON",
        "con.txt",
        "NUL",
        "com1",
        "lpt9.x",
        "conin$",
        "trailing.",
        ".hidden",
        "a ",
        " a",
        "x\0y",
        "*?<>|\"",
        "\nx",
        "%2e",
        "=2e",
        "+a",
        "\uD83D\uDE00",
        "İI"
      })
  void makesAnyNameAKeyThatReadsBack(String name) {
    String segment = PipelineName.escaped(name);

    assertThat(StorageKey.isSegment(segment)).isTrue();
    assertThat(segment).doesNotContain("/", "\\", ":", "%").doesNotStartWith(".");
    assertThat(segment.toLowerCase(Locale.ROOT)).isEqualTo(segment);
    assertThat(segment).doesNotMatch("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    assertThat(PipelineName.unescaped(segment)).contains(name);
  }

  @Test
  void neverMakesOneSegmentOfTwoNames() {
    Random random = new Random(7);
    Set<String> names = new HashSet<>();
    Set<String> segments = new HashSet<>();
    for (int n = 0; n < 20_000; n++) {
      String name = anyName(random);
      assertThat(PipelineName.unescaped(PipelineName.escaped(name))).contains(name);
      names.add(name);
      segments.add(PipelineName.escaped(name));
    }

    assertThat(segments).hasSameSizeAs(names);
  }

  private static String anyName(Random random) {
    List<String> letters = List.of("a", "A", ".", "=", "+", "/", "ü", "con", "2e", "_", " b");
    StringBuilder name = new StringBuilder("x");
    for (int n = random.nextInt(6); n > 0; n--) {
      name.append(letters.get(random.nextInt(letters.size())));
    }
    return name.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nightly", "=", "=4", "=zz", "+", "=61", "+1", "=ff", "con", "a=", ".a"})
  void readsNothingThatCairnDidNotWrite(String segment) {
    assertThat(PipelineName.unescaped(segment)).isEmpty();
  }

  @Test
  void refusesWhatCannotBeAName() {
    assertThatThrownBy(() -> PipelineName.escaped("x".repeat(300)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("it is too long; shorten it");
    assertThatThrownBy(() -> PipelineName.escaped("half \uD83D"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("half a character");
  }
}
