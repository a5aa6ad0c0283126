package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an annotation without attributes means is part of the contract. */
class DefaultsTest {

  @Test
  void pipelineStartsAnewAndRollsNothingBack() {
    assertThat(defaults(Pipeline.class))
        .isEqualTo(
            Map.of("name", "", "onComplete", Pipeline.OnComplete.START_NEW, "rollback", false));
  }

  @Test
  void checkpointedRerunsChangedCodeAndNeverRetries() {
    assertThat(defaults(Checkpointed.class))
        .isEqualTo(
            Map.of(
                "name",
                "",
                "onCodeChange",
                Checkpointed.OnCodeChange.RERUN,
                "version",
                "",
                "cutoff",
                false,
                "rollback",
                false,
                "retries",
                0,
                "backoff",
                "1s"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Pipeline.class,
        Checkpointed.class,
        Key.class,
        Saved.class,
        Unsaved.class,
        Uncompared.class,
        AfterRestore.class
      })
  void annotationsAreReadableAtRunTimeAndDocumented(Class<? extends Annotation> annotation) {
    assertThat(annotation.getAnnotation(Retention.class).value())
        .isEqualTo(RetentionPolicy.RUNTIME);
    assertThat(annotation.isAnnotationPresent(Documented.class)).isTrue();
  }

  private static Map<String, Object> defaults(Class<? extends Annotation> annotation) {
    Map<String, Object> defaults = new TreeMap<>();
    Arrays.stream(annotation.getDeclaredMethods())
        .forEach(attribute -> defaults.put(attribute.getName(), attribute.getDefaultValue()));
    return defaults;
  }
}
