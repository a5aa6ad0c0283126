package dev.cairn.it.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Checkpointed;
import dev.cairn.it.Compiled;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A program that is resumed by another version of itself. */
@Execution(ExecutionMode.CONCURRENT)
class CodeChangeIT {
  /** Stops after its stage, unless it is told to go on. */
  private static final String MAIN =
      """
      public class Main {
        public static void main(String[] arguments) {
          run("one");
        }
        @dev.cairn.Pipeline(name = "main")
        static void run(String key) {
          State state = new State();
          Work.first(state);
          Work.second(state);
          if (System.getProperty("go.on") == null) {
            Runtime.getRuntime().halt(137);
          }
          System.out.println(state);
        }
      }
      """;

  private static final String STATE =
      """
      public class State {
        String text = "";
        @Override public String toString() { return text; }
      }
      """;

  private static final String WORK =
      """
      public class Work {
        @dev.cairn.Checkpointed(ATTRIBUTES)
        static void first(State state) {
          System.out.println("first runs");
          state.text += "VERSION";
        }
        static void second(State state) {
          After.second(state);
        }
      }
      """;

  private static final String AFTER =
      """
      public class After {
        @dev.cairn.Checkpointed
        static void second(State state) {
          System.out.println("second runs");
          state.text += " and more";
        }
      }
      """;

  @TempDir Path directory;

  private Ended firstVersion(String... sources) {
    Ended halted = program("1", sources).run();
    assertThat(halted.status()).as("%s", halted).isEqualTo(137);
    return halted;
  }

  private Ended secondVersion(String... sources) {
    return program("2", sources).withProperty("go.on", true).run();
  }

  private ForkedJvm program(String version, String... sources) {
    Path classes = Compiled.to(directory.resolve("version " + version), sources);
    ForkedJvm jvm = ForkedJvm.of(CodeChangeIT.class);
    return new ForkedJvm(
            jvm.home(), jvm.classPath(), jvm.options(), "Main", jvm.arguments(), directory)
        .withOnlyClassPath(classes, ForkedJvm.placeOf(Checkpointed.class))
        .withAgent("store=" + directory.resolve("store"));
  }

  private static String work(String attributes, String version) {
    return WORK.replace("ATTRIBUTES", attributes).replace("VERSION", version);
  }

  @Test
  void theSameCodeIsNotRunAgain() {
    firstVersion(MAIN, STATE, work("", "v1"), AFTER);

    Ended ended = secondVersion(MAIN, STATE, work("", "v1"), AFTER);

    assertThat(ended.out()).isEqualTo("v1 and more\n");
    assertThat(ended.err()).contains("resumed run main/").doesNotContain("code changed");
  }

  /** Between the stages nothing is compared, so the opening says it. */
  @Test
  void aChangedPipelineIsToldOnceWhereItIsResumed() {
    firstVersion(MAIN, STATE, work("", "v1"), AFTER);

    Ended ended =
        secondVersion(
            MAIN.replace("println(state)", "println(state + \"!\")"), STATE, work("", "v1"), AFTER);

    assertThat(ended.out()).isEqualTo("v1 and more!\n");
    assertThat(ended.err().lines().filter(line -> line.contains("code changed")))
        .singleElement()
        .asString()
        .startsWith("[cairn] resumed run main/")
        .endsWith(" · the pipeline's code changed in Main.run");
  }

  @Test
  void soIsTheChangedMainMethodOfAProgramWithoutPipeline() {
    String plain = MAIN.replace("@dev.cairn.Pipeline(name = \"main\")", "");
    firstVersion(plain, STATE, work("", "v1"), AFTER);

    Ended ended =
        secondVersion(
            plain.replace("println(state)", "println(state + \"!\")"),
            STATE,
            work("", "v1"),
            AFTER);

    assertThat(ended.out()).as("%s", ended).isEqualTo("v1 and more!\n");
    assertThat(ended.err()).contains(" · the pipeline's code changed in Main.run\n");
  }

  @Test
  void aStageThatIsPutIntoThePipelineMakesWhatFollowsRunAgain() {
    String between =
        """
        public class Between {
          @dev.cairn.Checkpointed
          static void clean() {
            System.out.println("clean runs");
          }
        }
        """;
    firstVersion(MAIN, STATE, work("", "v1"), AFTER, between);

    Ended ended =
        secondVersion(
            MAIN.replace("Work.second(state)", "Between.clean(); Work.second(state)"),
            STATE,
            work("", "v1"),
            AFTER,
            between);

    assertThat(ended.out()).as("%s", ended).isEqualTo("clean runs\nsecond runs\nv1 and more\n");
    assertThat(ended.err()).contains("the code around it changed since After.second was recorded");
  }

  @Test
  void aStageThatIsTakenOutOfThePipelineMakesWhatFollowedRunAgain() {
    String main = MAIN.replace("Work.first(state)", "state.text = \"v1\"; Work.first(new State())");
    firstVersion(main, STATE, work("", "v1"), AFTER);

    Ended ended =
        secondVersion(main.replace("Work.first(new State())", ""), STATE, work("", "v1"), AFTER);

    assertThat(ended.out()).as("%s", ended).isEqualTo("second runs\nv1 and more\n");
    assertThat(ended.err()).contains("does not call Work.first before it any more");
  }

  @Test
  void soDoesOneThatIsTakenOutOfARunByHand() {
    String main =
        MAIN.replace("run(\"one\");", "dev.cairn.Cairn.run(\"main\", \"one\", () -> run(\"one\"));")
            .replace("@dev.cairn.Pipeline(name = \"main\")", "")
            .replace("Work.first(state)", "state.text = \"v1\"; Work.first(new State())");
    firstVersion(main, STATE, work("", "v1"), AFTER);

    Ended ended =
        secondVersion(main.replace("Work.first(new State())", ""), STATE, work("", "v1"), AFTER);

    assertThat(ended.out()).as("%s", ended).isEqualTo("second runs\nv1 and more\n");
  }

  @Test
  void aChangedStageRunsAgainAndWhatCameAfterItToo() {
    firstVersion(MAIN, STATE, work("", "v1"), AFTER);

    Ended ended = secondVersion(MAIN, STATE, work("", "v2"), AFTER);

    assertThat(ended.out()).isEqualTo("first runs\nsecond runs\nv2 and more\n");
    assertThat(ended.err()).contains("its code changed in Work.first");
  }

  @Test
  void aCommentOrAnotherMethodOfTheClassIsNoChange() {
    firstVersion(MAIN, STATE, work("", "v1"), AFTER);

    String edited =
        work("", "v1")
            .replace(
                "static void second",
                "static Runnable more() { return () -> {}; }\n static void second")
            .replace("state.text", "/* the text */\n\n state.text");
    Ended ended = secondVersion(MAIN, STATE, edited, AFTER);

    assertThat(ended.out()).isEqualTo("v1 and more\n");
  }

  @Test
  void aChangedHelperOfAHelperRunsTheStageAgainAndIsNamed() {
    String helped =
        work("", "v1")
            .replace("state.text += \"v1\"", "help(() -> state.text += deep())")
            .replace(
                "static void second",
                "static void help(Runnable r) { r.run(); } static String deep() { return \"d1\"; }"
                    + " static void second");
    firstVersion(MAIN, STATE, helped, AFTER);

    Ended ended = secondVersion(MAIN, STATE, helped.replace("\"d1\"", "\"d2\""), AFTER);

    assertThat(ended.out()).isEqualTo("first runs\nsecond runs\nd2 and more\n");
    assertThat(ended.err()).contains("its code changed in Work.deep");
  }

  @Test
  void aChangedClassElsewhereDoesNotRunItsCallersAgain() {
    String elsewhere = "public class Elsewhere { static String text() { return \"e1\"; } }";
    String calling = work("", "v1").replace("\"v1\"", "Elsewhere.text()");
    firstVersion(MAIN, STATE, calling, AFTER, elsewhere);

    Ended ended = secondVersion(MAIN, STATE, calling, AFTER, elsewhere.replace("e1", "e2"));

    assertThat(ended.out()).isEqualTo("e1 and more\n");
  }

  @Test
  void whatCameAfterAChangedStageRunsAgainEvenIfItsInputsAreTheSame() {
    firstVersion(MAIN, STATE, work("", "v1"), AFTER);

    Ended ended =
        secondVersion(MAIN, STATE, work("", "v1").replace("first runs", "first differs"), AFTER);

    assertThat(ended.out()).isEqualTo("first differs\nsecond runs\nv1 and more\n");
  }

  @Test
  void aChangedStageIsRestoredWithAWarningWhereThatIsWanted() {
    String attributes = "onCodeChange = dev.cairn.Checkpointed.OnCodeChange.WARN";
    firstVersion(MAIN, STATE, work(attributes, "v1"), AFTER);

    Ended ended = secondVersion(MAIN, STATE, work(attributes, "v2"), AFTER);

    assertThat(ended.out()).isEqualTo("v1 and more\n");
    assertThat(ended.err()).contains("its code changed in Work.first, and onCodeChange = WARN");
  }

  @Test
  void aChangedStageFailsWhereThatIsWanted() {
    String attributes = "onCodeChange = dev.cairn.Checkpointed.OnCodeChange.FAIL";
    firstVersion(MAIN, STATE, work(attributes, "v1"), AFTER);

    Ended ended = secondVersion(MAIN, STATE, work(attributes, "v2"), AFTER);

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("dev.cairn.RestoreException")
        .contains("Work.first")
        .contains("code changed")
        .contains("cairn.fresh=true");
  }

  @Test
  void aDeclaredVersionStandsForTheCode() {
    firstVersion(MAIN, STATE, work("version = \"7\"", "v1"), AFTER);

    Ended ended = secondVersion(MAIN, STATE, work("version = \"7\"", "v2"), AFTER);

    assertThat(ended.out()).isEqualTo("v1 and more\n");
  }

  @Test
  void anotherDeclaredVersionIsAChange() {
    firstVersion(MAIN, STATE, work("version = \"7\"", "v1"), AFTER);

    Ended ended = secondVersion(MAIN, STATE, work("version = \"8\"", "v1"), AFTER);

    assertThat(ended.out()).isEqualTo("first runs\nsecond runs\nv1 and more\n");
  }

  @Test
  void aClassThatIsGoneMakesTheStageRunAgainAndIsNamed() {
    String gone = "public class Gone implements Runnable { public void run() {} }";
    String field = "String text = \"\"; Runnable part;";
    String state = STATE.replace("String text = \"\";", field);
    String maker =
        "state.part = (Runnable) Class.forName(\"Gone\").getConstructor().newInstance();";
    String after = AFTER.replace("state.text +=", guarded(maker) + "state.text +=");
    firstVersion(MAIN, state, work("", "v1"), after, gone);

    Ended ended = secondVersion(MAIN, state, work("", "v1"), after);

    assertThat(ended.out()).isEqualTo("second runs\nv1 and more\n");
    assertThat(ended.err()).contains("cannot restore stage After.second").contains("Gone");
  }

  private static String guarded(String statement) {
    return "try { " + statement + " } catch (ReflectiveOperationException e) { }";
  }

  @Test
  void aStateClassOfAnotherShapeMakesTheStagesRunAgain() {
    firstVersion(MAIN, STATE, work("", "v1"), AFTER);

    String state = STATE.replace("String text", "long added = 5; String text");
    Ended ended = secondVersion(MAIN, state, work("", "v1"), AFTER);

    assertThat(ended.out()).isEqualTo("first runs\nsecond runs\nv1 and more\n");
  }
}
