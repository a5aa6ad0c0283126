package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Compiled;
import dev.cairn.it.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Methods as the Kotlin compiler makes them, in Java's words: it copies a function's annotations to
 * the methods that only forward to it, and gives a suspending one a parameter more.
 */
@Execution(ExecutionMode.CONCURRENT)
class KotlinIT {
  private static final String CONTINUATION =
      """
      package kotlin.coroutines;
      public interface Continuation<T> {
        void resumeWith(Object result);
      }
      """;

  /**
   * A function of a companion object that is {@code @JvmStatic}; one that has {@code @JvmOverloads}
   * and 7 as the default of its number; and one that is {@code suspend}.
   */
  private static final String JOBS =
      """
      import dev.cairn.Checkpointed;
      import java.util.List;
      import kotlin.coroutines.Continuation;

      public final class Jobs {
        public static final Companion Companion = new Companion();

        @Checkpointed
        public static final String forwarded(List<String> log) {
          return Companion.forwarded(log);
        }

        public static final class Companion {
          private Companion() {}

          @Checkpointed
          public final String forwarded(List<String> log) {
            log.add("forwarded");
            return "of the companion";
          }
        }

        @Checkpointed
        public final String overloaded(List<String> log, int number) {
          log.add("overloaded " + number);
          return "number " + number;
        }

        public static String overloaded$default(
            Jobs self, List<String> log, int number, int mask, Object marker) {
          return self.overloaded(log, (mask & 2) != 0 ? 7 : number);
        }

        @Checkpointed
        public final String overloaded(List<String> log) {
          return overloaded$default(this, log, 0, 2, null);
        }

        @Checkpointed
        public final Object suspending(List<String> log, Continuation<? super String> caller) {
          log.add("suspending");
          caller.resumeWith("resumed");
          return "COROUTINE_SUSPENDED";
        }
      }
      """;

  private static final String MAIN =
      """
      import dev.cairn.Key;
      import dev.cairn.Pipeline;
      import java.util.ArrayList;
      import java.util.List;

      public class KotlinProgram {
        public static void main(String[] arguments) {
          new KotlinProgram().run("key", arguments);
        }

        @Pipeline(name = "kotlin")
        void run(@Key String key, String[] arguments) {
          List<String> log = new ArrayList<>();
          Jobs jobs = new Jobs();
          System.out.println(Jobs.forwarded(log));
          System.out.println(Jobs.Companion.forwarded(log));
          System.out.println(jobs.overloaded(log));
          System.out.println(jobs.overloaded(log, 8));
          System.out.println(jobs.suspending(log, System.out::println));
          System.out.println(log);
          if (arguments.length > 0) {
            Runtime.getRuntime().halt(9);
          }
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void functionsThatForwardAreRestoredOnceAndASuspendingOneIsToldToBeUnprotected() {
    Path classes = Compiled.to(directory.resolve("classes"), CONTINUATION, JOBS, MAIN);
    ForkedJvm jvm = ForkedJvm.of(KotlinIT.class).withClassPath(classes).in(directory);
    ForkedJvm program =
        new ForkedJvm(
            jvm.home(),
            jvm.classPath(),
            jvm.options(),
            "KotlinProgram",
            jvm.arguments(),
            jvm.directory());

    CrashAndResume twice = CrashAndResume.of(program);

    assertThat(twice.resumed().out())
        .as("%s", twice)
        .isEqualTo(twice.uninterrupted().out())
        .contains("resumed\nCOROUTINE_SUSPENDED\n")
        .contains("[forwarded, forwarded, overloaded 7, overloaded 8, suspending]");
    assertThat(twice.resumed().err())
        .contains("complete: 0 executed, 4 restored, 0 unprotected")
        .contains("Jobs#suspending is NOT protected: a Kotlin suspend function");
  }
}
