package dev.cairn.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.cli.program.Nightly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a store that real programs filled, one of them killed. */
class CommandLineIT {
  @TempDir private Path directory;

  @Test
  void helpVersionAndSettingsNeedNoStore() {
    assertThat(command("--help").run())
        .returns(0, Ended::status)
        .returns("", Ended::err)
        .extracting(Ended::out)
        .asString()
        .startsWith("Usage: java -jar cairn.jar");
    assertThat(command("--version").run().out())
        .matches("cairn \\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(Java .*\\)\n");
    assertThat(command("settings").withProperty("cairn.log", "debug").run().out())
        .containsPattern("cairn.log +debug +system property +How much Cairn says.\n");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aRunThatWasKilledIsShownWithItsCalls() throws IOException {
    program("2026-11-22").run();
    ForkedJvm.Running killed = program("2026-11-23", "wait").start().awaitLine("waiting");
    Ended whileAlive = command("runs").run();
    killed.kill();
    Map<String, String> before = files();

    Ended runs = command("runs").run();
    Ended page = command("show", firstRun(runs)).run();

    assertThat(whileAlive.out())
        .containsPattern("date=\"2026-11-23\" +(running|unfinished) +2 ")
        .containsPattern("date=\"2026-11-22\" +complete +2 ");
    assertThat(runs).returns(0, Ended::status).returns("", Ended::err);
    assertThat(runs.out()).containsPattern("date=\"2026-11-23\" +unfinished +2 ");
    assertThat(page).returns(0, Ended::status).returns("", Ended::err);
    assertThat(page.out())
        .containsPattern("Application +" + Pattern.quote(Nightly.class.getName()) + "\n")
        .containsPattern("\n +2  Nightly.load +1 .* zstd ")
        .containsPattern("\n +3  Nightly.parse +1 .* zstd ")
        .contains("-Dcairn.resume=" + firstRun(runs));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void damageIsShownAndHidesNothing() throws IOException {
    program("2026-11-22").run();
    program("2026-11-23").run();
    String run = firstRun(command("runs").run());
    Path entry = entry(run);
    Files.write(entry, new byte[] {1, 2, 3});

    Ended runs = command("runs", "--json").run();
    Ended page = command("show", run).run();

    assertThat(runs).returns(1, Ended::status).returns("", Ended::err);
    assertThat(runs.out()).contains("2026-11-22").contains("2026-11-23").contains("\"damages\": 1");
    assertThat(page.status()).isEqualTo(1);
    assertThat(page.out())
        .contains("Nightly.parse")
        .contains(entry.getFileName() + " is damaged: expected a line and its hash, found 3");
  }

  @Test
  void twoStatesAreComparedWithoutTheClassesOfTheApplication() {
    program("2026-11-22").run();
    String run = firstRun(command("runs").run());

    Ended diff = command("diff", run + "/Nightly.load", "#3", "--at-most", "2").run();

    assertThat(diff).returns(1, Ended::status).returns("", Ended::err);
    assertThat(diff.out())
        .startsWith(
            "date: removed \"2026-11-22\"\nlines[0]: \"2026-11-22 0\" → \"0\"\n… and 999 more");
    assertThat(command("diff", run + "#3", "#3").run())
        .returns(0, Ended::status)
        .returns("No difference.\n", Ended::out);
  }

  @Test
  void everyFaultHasItsExitStatus() {
    assertThat(command("runs").run())
        .returns(3, Ended::status)
        .returns("", Ended::out)
        .extracting(Ended::err)
        .asString()
        .startsWith("Cannot open the store " + directory.resolve(".cairn"));
    assertThat(command("runs").withProperty("cairn.stroe", "x").run())
        .returns(2, Ended::status)
        .extracting(Ended::err)
        .asString()
        .contains("cairn.stroe (system property): no such setting; the nearest is cairn.store.");
    assertThat(command("rusn").run().status()).isEqualTo(2);
    program("2026-11-22").run();
    assertThat(command("show", "nightly-report/00000000/1").run())
        .returns(4, Ended::status)
        .extracting(Ended::err)
        .asString()
        .startsWith("Cannot find the run nightly-report/00000000/1");
  }

  private ForkedJvm program(Object... arguments) {
    return ForkedJvm.of(Nightly.class).withAgent().withArguments(arguments).in(directory);
  }

  private ForkedJvm command(Object... arguments) {
    return ForkedJvm.ofCommandLine(arguments).in(directory);
  }

  private static String firstRun(Ended runs) {
    Matcher run = Pattern.compile("nightly-report/[0-9a-f]{8}/1").matcher(runs.out());
    assertThat(run.find()).as(runs.toString()).isTrue();
    return run.group();
  }

  private Path entry(String run) throws IOException {
    String digits = run.split("/", -1)[1];
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.endsWith("00000002.json") && file.toString().contains(digits))
          .findFirst()
          .orElseThrow();
    }
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.toList()) {
        long size = Files.isDirectory(file) ? 0 : Files.size(file);
        files.put(file.toString(), Files.getLastModifiedTime(file) + " " + size);
      }
    }
    return files;
  }
}
