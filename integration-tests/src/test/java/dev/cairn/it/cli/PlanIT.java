package dev.cairn.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Checkpointed;
import dev.cairn.it.Compiled;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Plans of the next start, by a program that keeps a diary of every body that runs. */
@Execution(ExecutionMode.CONCURRENT)
class PlanIT {
  /** Stops before its last stage, unless it is told to go on. */
  private static final String MAIN =
      """
      public class Main {
        public static void main(String[] arguments) {
          run("one");
          System.out.println("after the run");
        }
        @dev.cairn.Pipeline(name = "main")
        static void run(String key) {
          State state = new State();
          state.startedAt = System.getProperty("started", "monday");
          Work.load(state);
          Work.parse(state);
          if (System.getProperty("go.on") == null) {
            Runtime.getRuntime().halt(137);
          }
          Work.report(state);
        }
      }
      """;

  private static final String STATE =
      """
      public class State {
        String startedAt;
        final java.util.List<String> lines = new java.util.ArrayList<>();
      }
      """;

  private static final String WORK =
      """
      import java.nio.file.*;
      public class Work {
        @dev.cairn.Checkpointed
        static void load(State state) {
          note("load");
          state.lines.add("line");
        }
        @dev.cairn.Checkpointed
        static void parse(State state) {
          note("parse");
          state.lines.replaceAll(line -> line + " of VERSION");
        }
        @dev.cairn.Checkpointed
        static void report(State state) {
          note("report");
        }
        private static void note(String stage) {
          try {
            Files.writeString(
                Path.of("diary.txt"), stage + "\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
      }
      """;

  @TempDir private Path directory;

  private ForkedJvm version(String version) {
    Path classes =
        Compiled.to(
            directory.resolve("version " + version), MAIN, STATE, WORK.replace("VERSION", version));
    ForkedJvm jvm = ForkedJvm.of(PlanIT.class);
    return new ForkedJvm(
            jvm.home(), jvm.classPath(), jvm.options(), "Main", jvm.arguments(), directory)
        .withOnlyClassPath(classes, ForkedJvm.placeOf(Checkpointed.class))
        .withProperty("cairn.store", directory.resolve("store"));
  }

  private ForkedJvm stopped() {
    ForkedJvm program = version("1");
    assertThat(program.withAgent().run().status()).isEqualTo(137);
    return program.withProperty("go.on", true);
  }

  private Ended plan(List<String> options, ForkedJvm program) {
    return planning(options, program).run();
  }

  private ForkedJvm planning(List<String> options, ForkedJvm program) {
    List<Object> words = new ArrayList<>(List.of("plan"));
    words.addAll(options);
    words.add("--");
    words.addAll(program.command());
    return ForkedJvm.ofCommandLine(words.toArray()).in(directory);
  }

  private Ended plan(ForkedJvm program) {
    return plan(List.of(), program);
  }

  private List<String> diary() throws IOException {
    return Files.readAllLines(directory.resolve("diary.txt"));
  }

  private Map<String, String> store() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory.resolve("store"))) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    }
    return files;
  }

  @Test
  void finishedCallsAreRestoredAndTheFirstOtherOneEndsTheStart() throws IOException {
    ForkedJvm program = stopped();
    Map<String, String> before = store();

    Ended ended = plan(program);

    assertThat(ended).as("%s", ended).returns(0, Ended::status).returns("", Ended::err);
    assertThat(ended.out())
        .containsPattern("resumes run main/\\w+/1 \\(arg0=\"one\"\\)\n")
        .containsPattern("PLAN +CALL +WHY +LOADS +SAVES\n")
        .containsPattern("RESTORE +Work.load +inputs and code as recorded +\\d+ B +.*s\n")
        .containsPattern("RESTORE +Work.parse +inputs and code as recorded +\\d+ B +.*s\n")
        .containsPattern("RUN +Work.report +not finished before +- +-\n")
        .containsPattern("restored: 2 calls, \\d+ B to load, .*s saved\n")
        .contains("The start was ended before Work.report ran");
    assertThat(diary()).containsExactly("load", "parse");
    assertThat(store()).isEqualTo(before);
  }

  @Test
  void anEncryptedStoreIsPlannedWithItsKeyAndStaysAsItIs() throws IOException {
    Path key = directory.resolve("key");
    assertThat(ForkedJvm.ofCommandLine("keygen", key).run().status()).isZero();
    ForkedJvm program = version("1").withProperty("cairn.key.file", key);
    assertThat(program.withAgent().run().status()).isEqualTo(137);
    Map<String, String> before = store();

    ForkedJvm next = program.withProperty("go.on", true).withProperty("started", "tuesday");
    Ended ended = planning(List.of(), next).withProperty("cairn.key.file", key).run();
    Ended refused = plan(next);

    assertThat(ended).as("%s", ended).returns(0, Ended::status).returns("", Ended::err);
    assertThat(ended.out())
        .containsPattern("RUN +Work.load +inputs differ: arg0.startedAt +- +-\n")
        .contains("\narg0.startedAt: \"monday\" → \"tuesday\"\n");
    assertThat(refused.status()).as("%s", refused).isNotZero();
    assertThat(refused.out() + refused.err()).contains("it is encrypted and no key is given");
    assertThat(diary()).containsExactly("load", "parse");
    assertThat(store()).isEqualTo(before);
  }

  @Test
  void otherInputsAreNamedWithTheirValuesAndWhatFollowsRuns() throws IOException {
    Ended ended = plan(stopped().withProperty("started", "tuesday"));

    assertThat(ended).as("%s", ended).returns(0, Ended::status);
    assertThat(ended.out())
        .containsPattern("RUN +Work.load +inputs differ: arg0.startedAt +- +-\n")
        .containsPattern("RUN +Work.parse +runs, because an earlier call ran anew")
        .contains("\narg0.startedAt: \"monday\" → \"tuesday\"\n")
        .contains("\nrestored: 0 calls, 0 B to load, 0 ms saved\n");
    assertThat(diary()).containsExactly("load", "parse");
  }

  @Test
  void changedCodeIsNamed() throws IOException {
    stopped();

    Ended ended = plan(version("2").withProperty("go.on", true));

    assertThat(ended).as("%s", ended).returns(0, Ended::status);
    assertThat(ended.out())
        .containsPattern("RESTORE +Work.load")
        .containsPattern("RUN +Work.parse +its code changed in Work.parse.lambda\\$1 ");
    assertThat(diary()).containsExactly("load", "parse");
  }

  @Test
  void aDamagedRecordRuns() throws IOException {
    ForkedJvm program = stopped();
    try (Stream<Path> all = Files.walk(directory.resolve("store"))) {
      Path last =
          all.filter(file -> file.toString().endsWith("00000002.json")).findFirst().orElseThrow();
      Files.write(last, new byte[] {1, 2, 3});
    }

    Ended ended = plan(program);

    assertThat(ended).as("%s", ended).returns(0, Ended::status);
    assertThat(ended.out())
        .containsPattern("RUN +Work.load +not finished before, or its record is");
    assertThat(diary()).containsExactly("load", "parse");
  }

  @Test
  void withoutAStoreEverythingRunsAndNoneIsMade() {
    Ended ended = plan(version("1").withProperty("go.on", true));

    assertThat(ended).as("%s", ended).returns(0, Ended::status).returns("", Ended::err);
    assertThat(ended.out())
        .containsPattern("opens the new run main/\\w+/1")
        .contains("The start was ended before Work.load ran");
    assertThat(directory.resolve("store")).doesNotExist();
    assertThat(directory.resolve("diary.txt")).doesNotExist();
  }

  @Test
  void aCommandThatFailsOrIsToldToDoWithoutCairnRunsNoBody() throws IOException {
    ForkedJvm program = stopped();

    Ended off = plan(program.withProperty("cairn.enabled", false));
    Ended wrong = plan(program.withProperty("cairn.stor", "x"));

    assertThat(off.out()).containsPattern("RESTORE +Work.parse");
    assertThat(wrong).as("%s", wrong).returns(5, Ended::status).returns("", Ended::out);
    assertThat(wrong.err())
        .startsWith("Cannot plan a command that fails before a stage is to run")
        .contains("cairn.stor");
    assertThat(diary()).containsExactly("load", "parse");
  }

  @Test
  void afterwardsExplainTellsTheValuesOfTheInputsThatDiffered() {
    stopped();
    version("1").withProperty("started", "tuesday").withAgent().run();
    String run =
        ForkedJvm.ofCommandLine("runs", "--store", directory.resolve("store"))
            .run()
            .out()
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow()
            .split(" ", 2)[0];

    Ended ended =
        ForkedJvm.ofCommandLine("explain", run, "--store", directory.resolve("store")).run();

    assertThat(ended).as("%s", ended).returns(0, Ended::status);
    assertThat(ended.out())
        .containsPattern("Work.load +in attempt \\d+: inputs differ: arg0.startedAt")
        .containsPattern("\nentry \\d+: arg0.startedAt: \"monday\" → \"tuesday\"\n");
  }

  @Test
  void aScriptIsPlannedAndProgramsReadThePlan() throws IOException {
    ForkedJvm program = stopped().withAgent();
    Path script = directory.resolve("nightly.sh");
    Files.writeString(script, "'" + String.join("' '", program.command()) + "'\n");
    List<Object> words = List.of("plan", "--json", "--", "/bin/sh", script.toString());

    Ended ended = ForkedJvm.ofCommandLine(words.toArray()).in(directory).run();

    assertThat(ended).as("%s", ended).returns(0, Ended::status);
    assertThat(ended.out())
        .contains("\"resumed\": true")
        .contains("\"plan\": \"restore\"")
        .contains("\"plan\": \"run\"")
        .contains("\"endedBefore\": \"Work.report\"");
    assertThat(diary()).containsExactly("load", "parse");
  }
}
