package dev.cairn.it.agent;

import static dev.cairn.it.ForkedJvm.placeOf;
import static java.io.File.pathSeparator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Checkpointed;
import dev.cairn.it.Compiled;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.ByHand;
import dev.cairn.it.agent.program.Generated;
import dev.cairn.it.agent.program.LooksAround;
import dev.cairn.it.agent.program.NotProtected;
import dev.cairn.it.agent.program.OtherVersions;
import dev.cairn.it.agent.program.Proxied;
import dev.cairn.it.agent.program.Unannotated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that meet the agent in other ways than by an annotation. */
class ProgramsIT {
  private static final String MODULAR =
      """
      package shop;

      import dev.cairn.Checkpointed;
      import dev.cairn.Pipeline;
      import java.util.ArrayList;
      import java.util.List;

      public class App {
        private final List<String> log = new ArrayList<>();

        public static void main(String[] arguments) {
          new App().run("modules");
        }

        @Pipeline
        void run(String name) {
          work(name);
          System.out.println(log + " in " + getClass().getModule());
          if (Boolean.getBoolean("halt")) {
            Runtime.getRuntime().halt(9);
          }
        }

        @Checkpointed
        private void work(String name) {
          log.add(name);
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void whatIsCalledByHandIsRestoredOnWhateverThread() {
    CrashAndResume.of(program(ByHand.class)).assertAllRestored(3);
  }

  /** The call behind a copied annotation lies inside the one in front, which is restored. */
  @Test
  void stagesBehindProxiesAreRestoredOnce() {
    CrashAndResume twice = CrashAndResume.of(program(Proxied.class));

    twice.assertAllRestored(3);
    assertThat(twice.resumed().out()).endsWith("[loaded, worked, worked]\n");
  }

  @Test
  void stagesOfGeneratedClassesAreThoseOfTheClassesBehindThem() {
    ForkedJvm program = program(Generated.class).withClassPath(placeOf(ByteBuddy.class));

    CrashAndResume twice = CrashAndResume.of(program);

    assertThat(twice.resumed().err()).contains("complete: 0 executed, 3 restored, 0 unprotected");
    assertThat(twice.resumed().err()).contains("#work is left alone, for its class was generated");
    assertThat(twice.resumed().out())
        .isEqualTo(
            """
            around works plain
            around works copying
            works itself
            [plain, copying, itself]
            """);
  }

  @Test
  void anApplicationInTheModulePathIsRestored() {
    Path modules =
        Compiled.module(
            directory.resolve("modules/shop"),
            "module shop { requires cairn.annotations; }",
            MODULAR);
    ForkedJvm program =
        program(Proxied.class)
            .withOnlyClassPath()
            .withOption("--module-path=" + modules + pathSeparator + placeOf(Checkpointed.class));

    Ended halted = program.withAgent().withProperty("halt", true).ofModule("shop/shop.App").run();
    Ended resumed = program.withAgent().ofModule("shop/shop.App").run();

    assertThat(halted.status()).as("%s", halted).isEqualTo(9);
    assertThat(resumed.out()).as("%s", resumed).isEqualTo("[modules] in module shop\n");
    assertThat(resumed.err()).contains("complete: 0 executed, 1 restored, 0 unprotected");
  }

  @Test
  void methodsThatTheSettingsNameCountAsAnnotated() {
    String name = Unannotated.class.getName();
    ForkedJvm program =
        program(Unannotated.class)
            .withProperty("cairn.pipelines", name + "#run")
            .withProperty("cairn.stages", name + "#load");

    CrashAndResume.of(program).assertAllRestored(1);
  }

  @Test
  void anApplicationKeepsItsOwnVersionsOfOurLibraries() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "other-versions"))) {
      Path[] others = jars.map(Path::toAbsolutePath).toArray(Path[]::new);

      CrashAndResume twice = CrashAndResume.of(program(OtherVersions.class).withClassPath(others));

      twice.assertAllRestored(1);
      assertThat(twice.resumed().out()).contains("2.13.5");
    }
  }

  @Test
  void anApplicationSeesNothingOfOurs() {
    Ended ended = program(LooksAround.class).withAgent("log=warn").run();

    assertThat(ended.out()).isEqualTo("looked\n");
  }

  @Test
  void whatCannotBeProtectedIsToldWithTheReasonAndRuns() {
    Ended ended = program(NotProtected.class).withAgent().run();

    assertThat(ended.status()).isZero();
    assertThat(ended.out()).isEqualTo("worked in haste\n");
    assertThat(ended.err().lines())
        .anyMatch(line -> line.contains("#work is NOT protected: the method has no body"))
        .anyMatch(line -> line.contains("#hasty is NOT protected: backoff = \"soon\""))
        .hasSize(2);
  }

  private ForkedJvm program(Class<?> mainClass) {
    return ForkedJvm.of(mainClass).in(directory);
  }
}
