package dev.cairn.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds {@code build/fixtures} with the gates of the parent pom: each module must be refused. */
@Tag("once")
@Tag("gates")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatesBiteTest {
  private String output = "";

  @BeforeAll
  void buildTheFixtures(@TempDir Path directory) throws IOException, InterruptedException {
    String maven = System.getProperty("build.maven.home");
    assumeTrue(maven != null, "only Maven knows where Maven is");
    Path log = directory.resolve("build.log");
    Process build = build(maven, log).start();

    int status = build.waitFor();

    output = Files.readString(log);
    assertThat(status).as(output).isNotZero();
  }

  @ParameterizedTest
  @CsvSource({
    "warning, warnings found and -Werror specified",
    "suspicious, [DeadException]",
    "nullness, [NullAway]",
    "forbidden-everywhere, (forbidden-everywhere)",
    "forbidden-locale, (forbidden-everywhere)",
    "forbidden-clock, (forbidden-outside-the-clock)",
    "forbidden-files, (forbidden-outside-durable-files)",
    "forbidden-exit, (forbidden-outside-the-command-line)",
    "forbidden-console, (forbidden-outside-the-command-line)",
    "forbidden-tests, (forbidden-in-tests)",
    "doclint, reference not found",
    "duplicate, duplicate dependency declaration",
    "unpinned, missing valid versions or depend on Maven",
    "convergence, Dependency convergence error for dev.cairn:shared",
  })
  void theFixtureIsRefusedForItsReason(String module, String reason) {
    assertThat(failure(module)).contains(reason);
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "the formatter runs on JDK 17 to 21")
  void aCrookedFileIsRefused() {
    assertThat(failure("format")).contains("format violations", "Crooked.java");
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.Thread#<init>(java.lang.Runnable), a thread needs a name",
    "java.lang.System#currentTimeMillis(), time comes in through the constructor",
    "java.nio.file.Files#move, effects on files go through DurableFiles",
    "java.lang.System#exit(int), ending the JVM is the program's decision",
    "java.lang.System#out, stdout belongs to the program",
    "java.lang.Thread#sleep(long), a test that sleeps is slow",
  })
  void aForbiddenCallIsNamedWithTheReason(String call, String reason) {
    assertThat(output)
        .containsPattern("(?m)Forbidden .*" + Pattern.quote(call) + ".*\\Q[" + reason);
  }

  @Test
  void nothingElseInTheFixturesFails() {
    assertThat(output.lines().filter(line -> line.matches(".* (left|right|shared) .*SUCCESS.*")))
        .hasSize(4);
  }

  private static ProcessBuilder build(String maven, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(maven, "bin", "mvn").toString(),
                "-B",
                "-o",
                "--fail-at-end",
                "-Dmaven.repo.local=" + System.getProperty("build.maven.repository"),
                "verify"));
    builder.directory(House.root().resolve("build").resolve("fixtures").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectErrorStream(true).redirectOutput(log.toFile());
  }

  /** What Maven says at the end about the module's failure. */
  private String failure(String module) {
    String start = " on project " + module + ": ";
    int from = output.lastIndexOf(start);
    assertThat(from).as("failure of %s in%n%s", module, output).isNotNegative();
    int lineStart = output.lastIndexOf('\n', from);
    int end = output.indexOf("-> [Help", from);
    return output.substring(lineStart, end);
  }
}
