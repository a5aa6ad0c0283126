package dev.cairn.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.cli.program.Ledger;
import dev.cairn.it.cli.program.Nightly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Rehearsals of real programs, in JVMs that are really halted. */
@Execution(ExecutionMode.CONCURRENT)
class RehearseIT {
  @TempDir private Path directory;

  @Test
  void aCleanPipelineComesBackEqualAfterACrashAtEveryCall() {
    Ended ended = rehearse(program("clean"));

    assertThat(ended).as("%s", ended).returns(0, Ended::status).returns("", Ended::err);
    assertThat(ended.out())
        .containsPattern("STAGE +CALLS +CRASHES +RESTORED +RAN AGAIN +CAME BACK\n")
        .containsPattern("Ledger.open +1 +1 +4 +0 +equal\n")
        .containsPattern("Ledger.post +2 +2 +5 +0 +equal\n")
        .containsPattern("Ledger.sum +1 +1 +1 +0 +equal\n")
        .endsWith("4 crashes: everything came back equal\n");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aStaticThatAStageLeansOnIsFoundWithItsStageAndPath() {
    Ended ended = rehearse(program("static"));

    assertThat(ended.status()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out())
        .containsPattern("Ledger.sum .* not equal\n")
        .containsPattern(
            "Ledger.sum +2 of 4 +leaves another book.total after a resume, from equal inputs")
        .contains("Does it use a static")
        .containsPattern(
            "the command +2 of 4 +standard output differs; new line: static total 20|0");
  }

  @Test
  void aStaticThatCodeBetweenStagesLeansOnIsFoundWhereItEntersAStage() {
    Ended ended = rehearse(program("between"));

    assertThat(ended.status()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out())
        .containsPattern(
            "Ledger.(post|sum) .*would not match: book.seen is another one after a resume");
  }

  @Test
  void anInputWithATimeInItWouldNotMatch() {
    Ended ended = rehearse(program("time"));

    assertThat(ended.status()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out())
        .containsPattern("Ledger.open +1 +1 +0 +4 +not equal\n")
        .containsPattern(
            "Ledger.open +4 of 4 +would not match: book.openedAt is another one in every")
        .contains("@Uncompared")
        .endsWith("4 crashes: 1 thing does not come back equal\n");
  }

  @Test
  void whatAStageMakesAtRandomIsRestoredAndNotHeldAgainstIt() {
    Ended ended = rehearse(program("random"));

    assertThat(ended).as("%s", ended).returns(0, Ended::status);
    assertThat(ended.out()).endsWith("6 crashes: everything came back equal\n");
  }

  @Test
  void aCommandThatFailsByItselfIsNotRehearsed() {
    Ended ended = rehearse(program("status"));

    assertThat(ended).as("%s", ended).returns(5, Ended::status).returns("", Ended::out);
    assertThat(ended.err())
        .startsWith("Cannot rehearse a command that fails by itself: uninterrupted it ended with")
        .contains("status 3, expected 0")
        .contains("[cairn] run ledger/");
  }

  @Test
  void aCommandWithoutStagesAndOneThatIsNotThereAreNotRehearsed() {
    Ended none = rehearse(program());
    Ended missing = rehearse(List.of(directory.resolve("no-such-java").toString()));

    assertThat(none).as("%s", none).returns(5, Ended::status);
    assertThat(none.err()).startsWith("Cannot rehearse a command that saves no call");
    assertThat(missing).as("%s", missing).returns(5, Ended::status);
    assertThat(missing.err()).startsWith("Cannot start the command: ");
  }

  @Test
  void aStageThatIsNotProtectedIsListedWithTheReason() {
    Ended ended = rehearse(program("unprotected"));

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.out()).containsPattern("Ledger.read +.*amounts");
  }

  @Test
  void severalRunsOfOneProgramAreRehearsedAsFarAsAskedAndToldAsJson() {
    Ended ended =
        ForkedJvm.ofCommandLine(rehearsal(List.of("--at-most", "3", "--json"), program("a", "b")))
            .in(directory)
            .run();

    assertThat(ended).as("%s", ended).returns(0, Ended::status);
    assertThat(ended.out())
        .contains("\"equal\": true")
        .contains("\"calls\": 8")
        .contains("\"crashes\": 3")
        .contains("\"stage\": \"Ledger.post\"")
        .contains("\"findings\": []");
  }

  @Test
  void aScriptWhoseCommandNamesTheAgentAndAStoreNeverTouchesThatStore() throws IOException {
    Path store = directory.resolve("mine");
    ForkedJvm named =
        ForkedJvm.of(Ledger.class)
            .withAgent("store=" + store)
            .withProperty("cairn.fresh", "true")
            .withArguments("clean");
    Path script = directory.resolve("nightly.sh");
    Files.writeString(
        script,
        "#!/bin/sh\nexport CAIRN_STORE="
            + store
            + "\n"
            + shell(named.command())
            + "\ndate > report.txt\n");

    Ended ended = rehearse(List.of("/bin/sh", script.toString()));

    assertThat(ended).as("%s", ended).returns(0, Ended::status);
    assertThat(ended.out())
        .contains("\nNot looked at: report.txt, which the command wrote; compare them yourself.\n")
        .endsWith("4 crashes: everything came back equal\n");
    assertThat(store).doesNotExist();
  }

  @Test
  void aRehearsalThatIsBrokenOffEndsTheCommandAndLeavesNothing() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    List<String> waiting =
        ForkedJvm.of(Nightly.class).withArguments("2026-11-23", "wait").command();
    ForkedJvm.Running rehearsal =
        ForkedJvm.ofCommandLine(rehearsal(List.of(), waiting))
            .withProperty("java.io.tmpdir", temporary)
            .in(directory)
            .start();
    ProcessHandle command = child(rehearsal.process());

    rehearsal.process().destroy();
    rehearsal.await();

    command.onExit().get(1, TimeUnit.MINUTES);
    assertThat(temporary).isEmptyDirectory();
  }

  private static ProcessHandle child(Process process) {
    long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (System.nanoTime() < limit) {
      Optional<ProcessHandle> child = process.children().findFirst();
      if (child.isPresent()) {
        return child.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the rehearsal starts nothing");
  }

  private static String shell(List<String> words) {
    return "'" + String.join("' '", words) + "'";
  }

  private static List<String> program(Object... kinds) {
    return ForkedJvm.of(Ledger.class).withArguments(kinds).command();
  }

  private Ended rehearse(List<String> command) {
    return ForkedJvm.ofCommandLine(rehearsal(List.of(), command)).in(directory).run();
  }

  private static Object[] rehearsal(List<String> options, List<String> command) {
    List<Object> words = new ArrayList<>(List.of("rehearse"));
    words.addAll(options);
    words.add("--");
    words.addAll(command);
    return words.toArray();
  }
}
