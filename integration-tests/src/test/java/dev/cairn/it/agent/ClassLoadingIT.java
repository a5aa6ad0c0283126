package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Compiled;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.InBrokenLoader;
import dev.cairn.it.agent.program.LoadsAtOnce;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Classes that come many at a time, or from a loader that does not do what loaders do. */
@Execution(ExecutionMode.CONCURRENT)
class ClassLoadingIT {
  private static final int CLASSES = 12;
  private static final int THREADS = 4;

  @TempDir Path directory;

  @Test
  void classesThatManyThreadsLoadAtOnceAreAllWoven() {
    Path folder = Compiled.to(directory.resolve("classes"), stages());
    ForkedJvm program = ForkedJvm.of(LoadsAtOnce.class).in(directory).withClassPath(folder);

    CrashAndResume twice = CrashAndResume.of(program, folder, CLASSES);

    twice.assertAllRestored(THREADS * CLASSES);
  }

  private static String[] stages() {
    return IntStream.range(0, CLASSES).mapToObj(ClassLoadingIT::stage).toArray(String[]::new);
  }

  private static String stage(int number) {
    return """
    public class Stage%d implements java.util.function.UnaryOperator<String> {
      @dev.cairn.Checkpointed
      public String apply(String place) {
        return place + " of " + getClass().getName();
      }
    }
    """
        .replace("%d", Integer.toString(number));
  }

  /** Cairn reads the code of each stage from its loader: what it does not get counts as changed. */
  @Test
  void aLoaderThatFailsToGiveTheCodeOfAStageHarmsNothing() {
    ForkedJvm program = ForkedJvm.of(InBrokenLoader.class).in(directory);
    Ended without = program.run();

    Ended ended = program.withAgent("log=warn").run();

    assertThat(ended.status()).isZero();
    assertThat(ended.out()).isEqualTo(without.out());
    assertThat(ended.err()).isEmpty();
  }
}
