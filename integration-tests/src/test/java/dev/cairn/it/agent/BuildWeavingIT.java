package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Checkpointed;
import dev.cairn.it.Attempts;
import dev.cairn.it.Attempts.Reference;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.MethodKinds;
import dev.cairn.it.crash.program.Harvest;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that were woven when they were built, by Byte Buddy's engine with our plug-in. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class BuildWeavingIT {
  private static final int CALLS = 20;
  private static final int EVERY = 8;
  private static final Path PLAIN = ForkedJvm.placeOf(MethodKinds.class);
  private static final Path ANNOTATIONS = ForkedJvm.placeOf(Checkpointed.class);

  /** What the jar of a program may say where no option of the JVM can be given. */
  private static final Map<String, String> MANIFEST =
      Map.of("Add-Opens", "java.base/java.lang.invoke", "Enable-Native-Access", "ALL-UNNAMED");

  private Path woven = Path.of("");
  private Reference reference = new Reference("", List.of());

  @BeforeAll
  void weave(@TempDir Path folder, @TempDir Path directory) throws Exception {
    Path classes = folder.resolve("classes");
    copy(MethodKinds.class, classes);
    copy(Harvest.class, classes);
    woven = woven(classes, folder.resolve("woven"));
    reference = Reference.of(Attempts.of(Harvest.class, directory));
  }

  private static void copy(Class<?> program, Path classes) throws IOException {
    Path folder = Path.of(program.getPackageName().replace('.', '/'));
    Files.createDirectories(classes.resolve(folder));
    try (Stream<Path> files = Files.list(PLAIN.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, classes.resolve(folder).resolve(file.getFileName()));
      }
    }
  }

  private static Path woven(Path classes, Path folder) throws Exception {
    URL[] cairn = {ForkedJvm.agentJar().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(cairn, BuildWeavingIT.class.getClassLoader())) {
      Class<? extends Plugin> plugin =
          loader.loadClass("dev.cairn.agent.launch.BuildPlugin").asSubclass(Plugin.class);
      new Plugin.Engine.Default()
          .with(ClassFileLocator.ForClassLoader.of(loader))
          .apply(classes.toFile(), made(folder), new Plugin.Factory.UsingReflection(plugin));
    }
    return folder;
  }

  private static File made(Path folder) throws IOException {
    return Files.createDirectories(folder).toFile();
  }

  @Test
  void withoutCairnAProgramRunsAsIfItWereNotWoven(@TempDir Path directory) {
    ForkedJvm plain = ForkedJvm.of(MethodKinds.class).in(directory);

    Ended ended = plain.withOnlyClassPath(woven, PLAIN).run();

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.out()).isEqualTo(plain.run().out());
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void everyKindOfMethodIsRestoredWithoutTheAgent(@TempDir Path directory) throws IOException {
    ForkedJvm plain = ForkedJvm.of(MethodKinds.class).in(directory);

    CrashAndResume.of(plain, alone(plain, directory)).assertAllRestored(CALLS);
  }

  @Test
  void theAgentTakesWhatIsWovenAndWeavesItNotAgain(@TempDir Path directory) {
    ForkedJvm plain = ForkedJvm.of(MethodKinds.class).in(directory);

    CrashAndResume.of(plain, plain.withOnlyClassPath(woven, PLAIN, ANNOTATIONS).withAgent())
        .assertAllRestored(CALLS);
  }

  @ParameterizedTest(name = "after \"{0}\"")
  @MethodSource("points")
  void theSameCommandFinishesWhatACrashCutOff(String point, @TempDir Path directory)
      throws IOException {
    Attempts attempts = Attempts.of(Harvest.class, directory);

    Ended halted = aloneIn(attempts.withProperty("halt.at", point)).run();
    Ended resumed = aloneIn(attempts).run();

    assertThat(halted.status()).as("%s", halted).isEqualTo(137);
    reference.isBegunBy(halted);
    reference.isReachedBy(attempts, resumed);
    assertThat(resumed.err()).contains("resumed run harvest/");
  }

  Stream<String> points() {
    List<String> notes = reference.notes();
    return IntStream.range(0, notes.size()).filter(i -> i % EVERY == 0).mapToObj(notes::get);
  }

  @Test
  void whatTheAgentRecordedIsRestoredWithoutIt(@TempDir Path directory) throws IOException {
    Attempts attempts = Attempts.of(Harvest.class, directory);

    attempts.haltedAt(middle());
    Ended resumed = aloneIn(attempts).run();

    reference.isReachedBy(attempts, resumed);
    assertThat(resumed.err()).contains("[cairn] restored").doesNotContain("code changed");
  }

  @Test
  void whatWasRecordedWithoutTheAgentIsRestoredByIt(@TempDir Path directory) throws IOException {
    Attempts attempts = Attempts.of(Harvest.class, directory);

    Ended halted = aloneIn(attempts.withProperty("halt.at", middle())).run();
    Ended resumed = attempts.run();

    assertThat(halted.status()).as("%s", halted).isEqualTo(137);
    reference.isReachedBy(attempts, resumed);
    assertThat(resumed.err()).contains("[cairn] restored").doesNotContain("code changed");
  }

  private String middle() {
    return reference.notes().get(reference.notes().size() / 2);
  }

  @Test
  void weavingTwiceIsWeavingOnce(@TempDir Path folder) throws Exception {
    Path again = woven(woven, folder);

    Path program = Path.of(Harvest.class.getName().replace('.', '/') + ".class");
    assertThat(again.resolve(program)).hasSameBinaryContentAs(woven.resolve(program));
  }

  @Test
  void aWrongSettingLeavesTheProgramAsItIs(@TempDir Path directory) throws IOException {
    ForkedJvm plain = ForkedJvm.of(MethodKinds.class).in(directory);

    Ended ended = alone(plain.withProperty("cairn.verify", "perhaps"), directory).run();

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.err())
        .startsWith("[cairn] warning: cannot start, so the program runs without it")
        .contains("cairn.verify");
  }

  @Test
  void whereCairnIsRequiredAndCannotStartNoStageRuns(@TempDir Path directory) throws IOException {
    ForkedJvm plain = ForkedJvm.of(MethodKinds.class).in(directory);

    Ended ended =
        alone(
                plain
                    .withProperty("cairn.verify", "perhaps")
                    .withProperty("cairn.required", "true"),
                directory)
            .run();

    assertThat(ended.status()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .startsWith("[cairn] warning: cannot start, so no stage runs, as cairn.required asks")
        .contains("IllegalStateException: Cairn is required and cannot start");
  }

  private ForkedJvm aloneIn(Attempts attempts) throws IOException {
    return alone(
        attempts.program().withProperty("cairn.store", attempts.store()), attempts.directory());
  }

  /** The program as a jar, woven, with cairn.jar on its class path and no agent. */
  private ForkedJvm alone(ForkedJvm program, Path directory) throws IOException {
    return ApplicationJar.of(
        program.withOnlyClassPath(woven, PLAIN, ANNOTATIONS, ForkedJvm.agentJar()),
        directory,
        MANIFEST);
  }
}
