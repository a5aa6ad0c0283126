package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.MethodKinds;
import dev.cairn.it.agent.program.OtherVersions;
import dev.cairn.it.runs.program.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Applications that start the agent themselves, as no option of the JVM can be given. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherAgentIT {
  private static final int CALLS = 20;
  private static final String RETRANSFORM = "Can-Retransform-Classes";

  @TempDir Path directory;

  @Test
  void everyKindOfMethodIsRestored() throws IOException {
    ForkedJvm plain = program(MethodKinds.class);

    CrashAndResume.of(plain, asJar(plain, RETRANSFORM)).assertAllRestored(CALLS);
  }

  @Test
  void theApplicationKeepsItsOwnVersionsOfOurLibraries() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "other-versions"))) {
      Path[] others = jars.map(Path::toAbsolutePath).toArray(Path[]::new);
      ForkedJvm plain = program(OtherVersions.class).withClassPath(others);

      CrashAndResume.of(plain, asJar(plain, RETRANSFORM)).assertAllRestored(1);
    }
  }

  @Test
  void aProgramWithoutPipelinesIsKilledAndResumedByTheSameCommand() throws IOException {
    ForkedJvm plain = Attempts.of(Plain.class, directory).program().withArguments("returns");

    Ended killed =
        asJar(plain.withProperty("halt.at", "begin step 2"), RETRANSFORM)
            .withArguments("returns")
            .run();
    Ended resumed = asJar(plain, RETRANSFORM).withArguments("returns").run();

    assertThat(killed.status()).as("%s", killed).isEqualTo(137);
    assertThat(resumed.out()).as("%s", resumed).isEqualTo("sum 123\n");
    assertThat(resumed.err())
        .contains("resumed run " + Plain.class.getName() + ".main/")
        .contains("complete: 2 executed, 1 restored, 0 unprotected");
    assertThat(resumed.foreignLines()).isEmpty();
  }

  @Test
  void anAgentOnTheCommandLineComesFirst() throws IOException {
    ForkedJvm both = asJar(program(MethodKinds.class).withAgent("log=warn"), RETRANSFORM);

    Ended ended = both.run();

    assertThat(ended.status()).isZero();
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void aManifestThatLacksALineIsTold() throws IOException {
    Ended ended = asJar(program(MethodKinds.class), "X-Nothing").run();

    assertThat(ended.status()).isZero();
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("[cairn] warning: cannot start, so the program runs without it")
        .endsWith("lacks the line Can-Retransform-Classes: true in its manifest");
  }

  private ForkedJvm program(Class<?> mainClass) {
    return ForkedJvm.of(mainClass).in(directory);
  }

  /** The program as a jar that starts the agent, with this line in its manifest. */
  private ForkedJvm asJar(ForkedJvm program, String line) throws IOException {
    return ApplicationJar.of(
        program.withClassPath(ForkedJvm.agentJar()),
        directory,
        Map.of("Launcher-Agent-Class", "dev.cairn.agent.launch.AgentMain", line, "true"));
  }
}
