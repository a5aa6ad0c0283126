package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.agent.program.MethodKinds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that have another agent too, named before ours or after it. */
@Execution(ExecutionMode.CONCURRENT)
class OtherAgentsIT {
  private static final int CALLS = 20;

  @TempDir Path directory;

  /** Where the other agent stands on the command line. */
  enum Order {
    BEFORE_OURS,
    AFTER_OURS
  }

  @ParameterizedTest
  @EnumSource
  void jacocosCoverage(Order order) {
    String jacoco = "-javaagent:" + jar("org.jacoco.agent-runtime.jar") + "=destfile=" + covered();

    run(program(), order, jacoco).assertAllRestored(CALLS);

    assertThat(covered()).isNotEmptyFile();
  }

  private Path covered() {
    return directory.resolve("covered.exec");
  }

  /** It takes seconds to start: one order on this JDK, the other on the next. */
  @Test
  void openTelemetrysInstrumentation() {
    Order order = Order.values()[Runtime.version().feature() / 8 % 2];
    ForkedJvm quiet =
        program()
            .withOption("-XX:-PrintWarnings")
            .withProperty("otel.javaagent.logging", "none")
            .withProperty("otel.traces.exporter", "none")
            .withProperty("otel.metrics.exporter", "none")
            .withProperty("otel.logs.exporter", "none");

    run(quiet, order, "-javaagent:" + jar("opentelemetry-javaagent.jar")).assertAllRestored(CALLS);
  }

  private static CrashAndResume run(ForkedJvm program, Order order, String agent) {
    ForkedJvm both =
        order == Order.BEFORE_OURS
            ? program.withOption(agent).withAgent()
            : program.withAgent().withOption(agent);
    return CrashAndResume.of(program, both);
  }

  private ForkedJvm program() {
    return ForkedJvm.of(MethodKinds.class).in(directory);
  }

  private static Path jar(String name) {
    return Path.of("target", "other-agents", name).toAbsolutePath();
  }
}
