package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.Greeting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, refusing to start, and being kept from starting. */
class AgentStartIT {
  private static final String GREETING = "hello from main\n";

  @TempDir Path directory;

  private ForkedJvm program() {
    return ForkedJvm.of(Greeting.class).in(directory);
  }

  @Test
  void aProgramWithoutStagesRunsAndNothingIsPrinted() {
    Ended ended = program().withAgent().run();

    assertThat(ended).isEqualTo(new Ended(0, GREETING, ""));
    assertThat(directory).isEmptyDirectory();
  }

  /** A budget of classes is the same everywhere; of milliseconds it would not be. */
  @Test
  void aProgramWithoutStagesLoadsAHandfulOfOurClassesAndNoLibrary() throws IOException {
    Path log = directory.resolve("classes.log");

    program().withAgent().withOption("-Xlog:class+load:file=" + log).run();

    assertThat(classes(log, "dev.cairn.")).hasSizeBetween(5, 20);
    assertThat(classes(log, "net.bytebuddy.")).isEmpty();
    assertThat(classes(log, "com.esotericsoftware.")).isEmpty();
  }

  private static List<String> classes(Path log, String prefix) throws IOException {
    return Files.readAllLines(log).stream().filter(line -> line.contains(" " + prefix)).toList();
  }

  @Test
  void aWrongSettingStopsTheJvmBeforeMainAndNamesTheNearest() {
    Ended ended = program().withAgent("stroe=/tmp").run();

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("stroe").contains("cairn.store");
    assertThat(ended.foreignLines()).isEmpty();
  }

  @Test
  void switchedOffItDoesNothing() {
    Ended ended = program().withAgent("enabled=false").run();

    assertThat(ended).isEqualTo(new Ended(0, GREETING, ""));
  }

  @Test
  void givenTwiceTheSecondStandsDownWithOneLine() throws IOException {
    Path copy = Files.copy(ForkedJvm.agentJar(), directory.resolve("another cairn%41.jar"));

    Ended ended = program().withAgent().withOption("-javaagent:" + copy).run();

    assertThat(ended.out()).isEqualTo(GREETING);
    assertThat(ended.err().lines()).singleElement().asString().contains("given twice");
  }

  @Test
  void itRunsFromAPlaceWithSpacesAndPercentSigns() throws IOException {
    Path copy = Files.copy(ForkedJvm.agentJar(), directory.resolve("my cairn%41.jar"));

    Ended ended = program().withOption("-javaagent:" + copy).run();

    assertThat(ended).isEqualTo(new Ended(0, GREETING, ""));
  }

  @Test
  void mergedIntoAnApplicationsJarItSaysSoAndTheProgramRuns() throws IOException {
    Path merged = merge(directory.resolve("app-all.jar"));

    Ended ended =
        program().withOnlyClassPath(merged, ForkedJvm.placeOf(Greeting.class)).withAgent().run();

    assertThat(ended.out()).isEqualTo(GREETING);
    assertThat(ended.status()).isZero();
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("merged into")
        .contains("app-all.jar");
  }

  @Test
  void mergedAndRequiredTheJvmStops() throws IOException {
    Path merged = merge(directory.resolve("app-all.jar"));

    Ended ended = program().withOnlyClassPath(merged).withAgent("required=true").run();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err().lines()).singleElement().asString().contains("cairn.required");
  }

  @Test
  void requiredWithAStoreThatCannotBeWrittenTheJvmStopsBeforeMain() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");

    Ended ended = program().withAgent("required=true", "store=" + file).run();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).singleElement().asString().contains(file.toString());
  }

  /** The launch classes without what stands under inst/, as a tool that merges jars leaves them. */
  private static Path merge(Path target) throws IOException {
    try (JarFile agent = new JarFile(ForkedJvm.agentJar().toFile());
        OutputStream file = Files.newOutputStream(target);
        JarOutputStream merged = new JarOutputStream(file)) {
      for (JarEntry entry : agent.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        merged.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream content = agent.getInputStream(entry)) {
          content.transferTo(merged);
        }
      }
    }
    return target;
  }
}
