package dev.cairn.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConfigFileTest {
  private static final String TEXT =
      """
      # the store
        ! another comment = none
      cairn.store=C:\\\\data\\\\ck

      cairn.log: debug
      cairn.stages = a.B#c,\\
          a.B#d
      cairn.run.key=a=b
      """;

  @Test
  void aFileMeansWhatPropertiesTakeItFor() throws IOException {
    Properties reference = new Properties();
    reference.load(new StringReader(TEXT));
    Problems problems = new Problems();

    List<Given> given = ConfigFile.read("cairn.properties", TEXT, problems);

    problems.throwIfAny();
    assertThat(given).hasSize(reference.size());
    assertThat(given).allSatisfy(one -> assertThat(reference).containsEntry(one.key(), one.text()));
  }

  @Test
  void aValueSaysItsLine() {
    List<Given> given = ConfigFile.read("cairn.properties", TEXT, new Problems());

    assertThat(given)
        .extracting(one -> one.origin().toString())
        .containsExactly(
            "cairn.properties line 3",
            "cairn.properties line 5",
            "cairn.properties line 6",
            "cairn.properties line 8");
  }
}
