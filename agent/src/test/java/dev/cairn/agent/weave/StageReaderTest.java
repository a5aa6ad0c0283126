package dev.cairn.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import dev.cairn.Uncompared;
import dev.cairn.Unsaved;
import dev.cairn.agent.mark.Backoff;
import dev.cairn.agent.mark.MarkedMethod;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.model.StagePolicy.Retries;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the annotations say reaches the definitions. */
class StageReaderTest {

  @Test
  void anAnnotationWithoutAttributesMeansItsDefaults() {
    StageDefinition stage = stage("plain");

    assertThat(stage.name()).isEqualTo("StageReaderTest.Fixture.plain");
    assertThat(stage.policy()).isEqualTo(StagePolicy.DEFAULT);
  }

  @Test
  void everyAttributeOfAStageIsRead() {
    StageDefinition stage = stage("full");

    assertThat(stage.name()).isEqualTo("parse");
    assertThat(stage.policy())
        .isEqualTo(
            new StagePolicy(
                CodeChangePolicy.FAIL, "v2", true, true, new Retries(3, Duration.ofMillis(500))));
  }

  @Test
  void aStageWithRetriesAloneWaitsAsLongAsItsAnnotationDocuments() throws Exception {
    Object documented = Checkpointed.class.getMethod("backoff").getDefaultValue();

    assertThat(stage("retried").policy().retries())
        .isEqualTo(new Retries(1, Backoff.parse((String) documented)));
  }

  @Test
  void everyAttributeOfAPipelineIsRead() {
    PipelineDefinition pipeline = pipeline("run");

    assertThat(pipeline.name()).isEqualTo("nightly");
    assertThat(pipeline.onComplete()).isEqualTo(OnComplete.RETURN_RESULT);
    assertThat(pipeline.rollback()).isTrue();
  }

  @Test
  void parametersHaveTheirNamesAndMarks() {
    assertThat(stage("marked").parameters())
        .containsExactly(
            new Parameter("day", true, false, false),
            new Parameter("wide", false, false, false),
            new Parameter("resource", false, true, false),
            new Parameter("startedAt", false, false, true));
    assertThat(stage("staticMarked").parameters())
        .containsExactly(
            new Parameter("wide", false, false, false), new Parameter("day", true, false, false));
  }

  @Test
  void theNamesOfEnumConstantsAreThoseOfTheAnnotations() {
    assertThat(names(CodeChangePolicy.values()))
        .isEqualTo(names(Checkpointed.OnCodeChange.values()));
    assertThat(names(OnComplete.values())).isEqualTo(names(Pipeline.OnComplete.values()));
  }

  private static List<String> names(Enum<?>[] constants) {
    return List.of(constants).stream().map(Enum::name).sorted().toList();
  }

  private static StageDefinition stage(String method) {
    return ((WovenMethod.Stage) Definitions.of(read(method))).definition();
  }

  private static PipelineDefinition pipeline(String method) {
    return ((WovenMethod.Pipeline) Definitions.of(read(method))).definition();
  }

  private static MarkedMethod read(String method) {
    return StageReader.read(ClassFiles.of(Fixture.class)).stream()
        .filter(read -> read.id().methodName().equals(method))
        .findAny()
        .orElseThrow();
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Fixture {
    @Checkpointed
    void plain() {}

    @Checkpointed(
        name = "parse",
        onCodeChange = Checkpointed.OnCodeChange.FAIL,
        version = "v2",
        cutoff = true,
        rollback = true,
        retries = 3,
        backoff = "500ms")
    void full() {}

    @Checkpointed(retries = 1)
    void retried() {}

    @Pipeline(name = "nightly", onComplete = Pipeline.OnComplete.RETURN_RESULT, rollback = true)
    void run() {}

    @Checkpointed
    long marked(
        @Key String day, double wide, @Unsaved Object resource, @Uncompared long startedAt) {
      long local = startedAt;
      return local + day.length();
    }

    @Checkpointed
    static void staticMarked(long wide, @Key String day) {}
  }
}
