package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeCommandTest {
  @TempDir Path home;

  private Outcome probe(String... args) {
    return new Command()
        .in(home)
        .run(Stream.concat(Stream.of("probe"), Stream.of(args)).toArray(String[]::new));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.sorted().toList();
    }
  }

  @Test
  void tellsWhatWasTriedAndLeavesNothingBehind() throws IOException {
    new StoreOnDisk(home.resolve("ck")).close();
    List<Path> before = files();

    Outcome outcome = probe("--store", "ck");

    assertThat(outcome).returns(0, Outcome::status).returns("", Outcome::err);
    assertThat(outcome.out())
        .contains("TRIED", "RESULT", "WHAT RESTS ON IT")
        .containsPattern("put if absent +holds +.*each race had one winner")
        .contains("A store can live in " + home.resolve("ck") + ". Nothing was left there.");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void triesTheNearestFolderOfAStoreThatIsNotThereYet() throws IOException {
    Outcome outcome = probe("--store", "new/store");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("A store can live in " + home + ".");
    assertThat(files()).containsExactly(home);
  }

  @Test
  void answersPrograms() {
    Outcome outcome = probe("--json");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("\"directory\": \"" + home + "\"", "\"sound\": true")
        .contains("\"name\": \"hard links\"", "\"result\": \"holds\"");
  }

  @Test
  void aFileIsNoPlaceForAStore() throws IOException {
    Files.writeString(home.resolve("ck"), "");

    Outcome outcome = probe("--store", "ck");

    assertThat(outcome).returns(ExitStatus.NO_STORE, Outcome::status).returns("", Outcome::out);
    assertThat(outcome.err()).contains("Cannot try out", "nothing was written");
  }
}
