package dev.cairn.it.programs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Programs that do real work with libraries of others come to the same end though they are killed.
 */
@Execution(ExecutionMode.CONCURRENT)
class RealProgramsIT {
  private final long seed = Long.getLong("kill.seed", System.nanoTime());

  @TempDir Path directory;

  @BeforeEach
  void tellTheSeed() {
    System.out.println("-Dkill.seed=" + seed);
  }

  /** Its tables of words are mixed with a number of each JVM's own, unless told otherwise. */
  @Test
  void topicsByMallet() throws IOException {
    killed(
        using("mallet", "Topics", 7).with("hppc.bitmixer", "DETERMINISTIC").withArguments(300, 6));
  }

  @Test
  void aGraphOfLanggraph4j() throws IOException {
    killed(using("langgraph4j", "Graph", 6).withArguments(5));
  }

  @Test
  @Tag("nightly")
  void partsOfSpeechByOpenNlp() throws IOException {
    killed(using("opennlp", "Tagging", 8).withArguments(8));
  }

  @Test
  @Tag("nightly")
  void pagesRenderedByPdfBox() throws IOException {
    killed(
        using("pdfbox", "Pages", 9)
            .with("pdfbox.fontcache", directory.toString())
            .withArguments(8));
  }

  @Test
  @Tag("nightly")
  void aJobOfSpringBatch() throws IOException {
    killed(using("spring-batch", "Orders", 6).withArguments(6));
  }

  /**
   * Weka's own main method, with nothing but a setting: a forest for all, and one for each fold.
   */
  @Test
  @Tag("nightly")
  void forestsByWekaUnmodified() throws IOException {
    Path table = measurements();

    killed(
        RealProgram.unmodified("weka", "weka.classifiers.trees.RandomForest", 6)
            .with("cairn.stages", "weka.classifiers.meta.Bagging#buildClassifier")
            .withArguments("-t", table, "-x", 5, "-I", 30, "-S", 1, "-o"));
  }

  /** The same graph, told never to resume. */
  @Test
  @Tag("nightly")
  void aProgramThatDoesNotResumeIsSeen() {
    RealProgram program = using("langgraph4j", "Graph", 6).withArguments(5);

    assertThatThrownBy(() -> killed(program.with("cairn.fresh", "true")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("[cairn] resumed run ");
  }

  private Path measurements() throws IOException {
    Path table = directory.resolve("measurements.arff");
    Random random = new Random(1);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(table))) {
      out.println("@relation measurements");
      for (int column = 0; column < 6; column++) {
        out.println("@attribute a" + column + " numeric");
      }
      out.println("@attribute kind {small,large}\n@data");
      for (int row = 0; row < 1000; row++) {
        double sum = 0;
        for (int column = 0; column < 6; column++) {
          double value = random.nextDouble();
          sum += value * column;
          out.print(String.format(Locale.ROOT, "%.4f,", value));
        }
        out.println(sum + random.nextGaussian() < 7.5 ? "small" : "large");
      }
    }
    return table;
  }

  private RealProgram using(String library, String name, int calls) {
    return RealProgram.using(library, name, directory.resolve("classes"), calls);
  }

  private void killed(RealProgram program) throws IOException {
    new Killing(seed, directory).comesToTheSameEnd(program);
  }
}
