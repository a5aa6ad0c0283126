package dev.cairn.it.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.kinds.specimen.Specimen;
import dev.cairn.it.kinds.specimen.Specimens;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of object: saved by one JVM, restored and used by another, of the same JDK and across.
 */
@Tag("once")
class KindsIT {
  private static final Path TABLE =
      Path.of(System.getProperty("cairn.root", ".."), "docs", "kinds.md");
  private static final Path HERE = Path.of(System.getProperty("java.home"));

  @TempDir Path directory;

  @Test
  void isRestoredAndUsedInAnotherJvm() throws IOException {
    assertAsExpected(HERE, HERE);
  }

  @Test
  void isRestoredAndUsedOnJdk25() throws IOException {
    assertAsExpected(jdk25(), jdk25());
  }

  @Test
  void goesFromThisJdkToJdk25() throws IOException {
    assertAsExpected(HERE, jdk25());
  }

  @Test
  void comesFromJdk25ToThisJdk() throws IOException {
    assertAsExpected(jdk25(), HERE);
  }

  /** A table that did not look would find a kind wrong that is. */
  @Test
  void seesWhatIsSilentlyWrong() {
    Specimen list = Specimen.same("list", () -> new ArrayList<>(List.of(1, 2)));

    List<String> shown = Shown.by(list, new ArrayList<>(List.of(1, 2)));

    assertThat(Shown.by(list, new ArrayList<>(List.of(1, 2)))).isEqualTo(shown);
    assertThat(Shown.by(list, new ArrayList<>(List.of(2, 1)))).isNotEqualTo(shown);
    assertThat(Shown.by(list, List.of(1, 2))).isNotEqualTo(shown);
    assertThat(new Outcome("list", Outcome.wrong(shown, List.of()), "matches"))
        .matches(outcome -> !outcome.isExpected(list, true));
  }

  @Test
  void isPublished() throws IOException {
    String table = KindsTable.of(Specimens.all());
    if (Boolean.getBoolean("kinds.write")) {
      Files.writeString(TABLE, table);
    }

    assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "")
        .as("docs/kinds.md; CONTRIBUTING.md says how it is written")
        .isEqualTo(table);
    assertThat(Specimens.all()).hasSizeGreaterThan(250);
    assertThat(Specimens.all().stream().map(Specimen::name)).doesNotHaveDuplicates();
  }

  private void assertAsExpected(Path writer, Path reader) throws IOException {
    Path snapshots = directory.resolve("snapshots");
    Path outcomes = directory.resolve("outcomes");

    run(writer, WritingKinds.class, snapshots);
    run(reader, RestoringKinds.class, snapshots, outcomes);

    List<Outcome> found = Files.readAllLines(outcomes).stream().map(Outcome::of).toList();
    List<Specimen> expected = Specimens.all();
    assertThat(found).hasSameSizeAs(expected);
    assertThat(
            Stream.iterate(0, i -> i < found.size(), i -> i + 1)
                .filter(i -> !found.get(i).isExpected(expected.get(i), writer.equals(reader)))
                .map(i -> found.get(i) + "\n  expected " + expected.get(i)))
        .isEmpty();
  }

  /** With nothing open but what the agent opens by itself. */
  private static void run(Path jdk, Class<?> program, Path... arguments) {
    ForkedJvm.Ended ended =
        new ForkedJvm(
                jdk,
                classPath(),
                List.of("-XX:+UseSerialGC", "-Xmx512m"),
                program.getName(),
                List.of(),
                Path.of("").toAbsolutePath())
            .withOption("--add-opens=java.base/java.lang.invoke=ALL-UNNAMED")
            .withArguments((Object[]) arguments)
            .run();
    assertThat(ended.status()).as("%s", ended).isZero();
  }

  private static List<Path> classPath() {
    String given =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(given)
        .map(Path::of)
        .toList();
  }

  private static Path jdk25() {
    String java = System.getProperty("cairn.jdk25.java", "");
    assumeTrue(!java.isEmpty(), "SKIPPED: no JDK 25");
    return Path.of(java).getParent().getParent();
  }
}
