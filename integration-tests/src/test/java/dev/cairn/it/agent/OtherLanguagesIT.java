package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Compiled;
import dev.cairn.it.ForkedJvm;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import kotlin.coroutines.Continuation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import scala.Option;

/**
 * Stages as other compilers make them: they copy a method's annotations to methods that only call
 * it. The jars hold what kotlinc 2.1.0 and scalac 2.13.18 made, with nothing but our annotations on
 * the class path, of the sources that lie beside them.
 */
@Execution(ExecutionMode.CONCURRENT)
class OtherLanguagesIT {
  private static final String KOTLIN =
      """
      import forwarding.Jobs;
      import java.util.ArrayList;
      import java.util.List;
      import kotlin.coroutines.Continuation;
      import kotlin.coroutines.CoroutineContext;
      import kotlin.coroutines.EmptyCoroutineContext;

      public class Program {
        public static void main(String[] arguments) {
          Jobs.run("key", () -> run(arguments));
        }

        private static void run(String[] arguments) {
          List<String> log = new ArrayList<>();
          Jobs jobs = new Jobs();
          System.out.println(Jobs.forwarded(log));
          System.out.println(Jobs.Companion.forwarded(log));
          System.out.println(jobs.overloaded(log));
          System.out.println(jobs.overloaded(log, 8, 3));
          System.out.println(jobs.timed(log));
          System.out.println(jobs.suspending(log, new Waiting()));
          System.out.println(log);
          if (arguments.length > 0) {
            Runtime.getRuntime().halt(9);
          }
        }

        private static class Waiting implements Continuation<String> {
          @Override
          public CoroutineContext getContext() {
            return EmptyCoroutineContext.INSTANCE;
          }

          @Override
          public void resumeWith(Object result) {}
        }
      }
      """;

  private static final String SCALA =
      """
      import forwarding.Tasks;
      import forwarding.Worker;
      import java.util.ArrayList;
      import java.util.List;

      public class Program {
        public static void main(String[] arguments) {
          Tasks.run("key", () -> run(arguments));
        }

        private static void run(String[] arguments) {
          List<String> log = new ArrayList<>();
          System.out.println(Tasks.forwarded(log, 5));
          System.out.println(new Worker().work(log));
          System.out.println(log);
          if (arguments.length > 0) {
            Runtime.getRuntime().halt(9);
          }
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void functionsOfKotlinAreSavedOnceAndASuspendingOneIsToldToBeUnprotected() throws Exception {
    CrashAndResume twice = run(KOTLIN, "kotlin.jar", Continuation.class);

    assertThat(twice.resumed().out())
        .as("%s", twice)
        .isEqualTo(twice.uninterrupted().out())
        .contains("14 m\n24 m\nthen\nat once\n")
        .contains("[forwarded, forwarded, overloaded 7, overloaded 8, timed, suspending]");
    assertThat(twice.crashed().err())
        .contains("new run kotlin/")
        .contains("Jobs#suspending is NOT protected: a Kotlin suspend function");
    assertThat(executed(twice))
        .as("one whose default is another each time stands for itself")
        .containsExactly(
            "Jobs.Companion.forwarded",
            "Jobs.Companion.forwarded",
            "Jobs.overloaded",
            "Jobs.overloaded",
            "Jobs.timed > Jobs.timed",
            "Jobs.timed");
    assertThat(twice.resumed().err()).contains("complete: 0 executed, 5 restored, 0 unprotected");
  }

  @Test
  void methodsOfAnObjectOfScalaAreSavedOnce() throws Exception {
    CrashAndResume twice = run(SCALA, "scala.jar", Option.class);

    assertThat(twice.resumed().out()).as("%s", twice).isEqualTo(twice.uninterrupted().out());
    assertThat(executed(twice))
        .as("a trait's stage is one of each of its classes")
        .containsExactly("Tasks..forwarded", "Worker.work > Work.work", "Worker.work");
    assertThat(twice.resumed().err()).contains("complete: 0 executed, 2 restored, 0 unprotected");
  }

  private CrashAndResume run(String program, String compiled, Class<?> ofLibrary) throws Exception {
    List<Path> libraries = List.of(resource(compiled), ForkedJvm.placeOf(ofLibrary));
    Path classes = Compiled.against(directory.resolve("classes"), libraries, program);
    ForkedJvm jvm =
        ForkedJvm.of(OtherLanguagesIT.class)
            .withClassPath(classes)
            .withClassPath(libraries.toArray(Path[]::new))
            .in(directory);
    return CrashAndResume.of(
        new ForkedJvm(
            jvm.home(),
            jvm.classPath(),
            jvm.options(),
            "Program",
            jvm.arguments(),
            jvm.directory()));
  }

  private static Path resource(String name) throws URISyntaxException {
    URL found = OtherLanguagesIT.class.getResource("/languages/" + name);
    return Path.of(Objects.requireNonNull(found).toURI());
  }

  private static List<String> executed(CrashAndResume twice) {
    String word = "[cairn] executed ";
    return twice
        .crashed()
        .err()
        .lines()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length(), line.indexOf(" · ")))
        .toList();
  }
}
