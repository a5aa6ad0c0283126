package dev.cairn.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.Pipeline;
import dev.cairn.Saved;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationScanTest {

  @Test
  void findsStagesAndPipelines() {
    assertThat(AnnotationScan.finds(ClassFiles.of(Kinds.class))).isTrue();
    assertThat(AnnotationScan.finds(ClassFiles.of(OnlyAPipeline.class))).isTrue();
  }

  @Test
  void passesEverythingElse() {
    assertThat(AnnotationScan.finds(ClassFiles.of(String.class))).isFalse();
    assertThat(AnnotationScan.finds(ClassFiles.of(Weave.class))).isFalse();
    assertThat(AnnotationScan.finds(ClassFiles.of(OnlyAField.class))).isFalse();
    assertThat(AnnotationScan.finds(ClassFiles.of(Cairn.class))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ldev/cairn/Checkpointed;",
        "Ldev/cairn/Pipeline;",
        "xxLdev/cairn/Pipeline;",
        "Ldev/cairn/Ldev/cairn/Pipeline;x",
        "////Ldev/cairn/Checkpointed;",
        "Ldev/cairn/Saved;Ldev/cairn/Checkpointed;"
      })
  void findsThemWhereverTheyStand(String bytes) {
    assertThat(AnnotationScan.finds(bytes.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "L",
        "Ldev/cairn/",
        "Ldev/cairn/Pipeline",
        "dev/cairn/Pipeline;",
        "Ldev/cairn/P;"
      })
  void takesNothingForThemThatIsNot(String bytes) {
    assertThat(AnnotationScan.finds(bytes.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  private static final class OnlyAPipeline {
    @Pipeline
    @SuppressWarnings("unused") // its class file is what matters
    void run() {}
  }

  private static final class OnlyAField {
    @Saved
    @SuppressWarnings("unused") // its class file is what matters
    private int field;
  }
}
