package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Constants;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is restored refers to the very constants of the JVM in which it is restored. */
class ConstantsIT {
  @TempDir Path directory;

  private Attempts program() {
    return Attempts.of(Constants.class, directory);
  }

  private Attempts changing() {
    Attempts attempts = program();
    return new Attempts(attempts.program().withArguments("change"), directory);
  }

  @Test
  void constantsOfOtherClassesAreTheSameObjectsAfterACrash() {
    String without = program().withoutAgent().out();
    program().haltedAt("returned refer");

    Ended resumed = program().run();

    assertThat(resumed.out()).isEqualTo(without).doesNotContain("false");
    assertThat(resumed.err()).contains("[cairn] restored Constants.refer");
  }

  @Test
  void aStageThatRefersToAChangedConstantRunsAgain() {
    String without = changing().withoutAgent().out();
    changing().haltedAt("returned intern");

    Ended resumed = changing().run();

    assertThat(resumed.out()).isEqualTo(without).doesNotContain("false");
    assertThat(resumed.err())
        .contains("Table.WORDS, to which its state refers, has other content")
        .contains("[cairn] restored Constants.refer")
        .contains("[cairn] executed Constants.intern");
  }
}
