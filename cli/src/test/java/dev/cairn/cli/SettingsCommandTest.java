package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.core.config.Setting;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SettingsCommandTest {
  @Test
  void everySettingIsShownWithItsValueAndOrigin() {
    Outcome outcome =
        new Command()
            .with("CAIRN_STORE", "/data/ck")
            .withFile("cairn.properties", "cairn.log=debug")
            .run("settings");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .hasSize(Setting.values().length + 1)
        .contains(
            "cairn.store              /data/ck  environment CAIRN_STORE  Where runs and their"
                + " checkpoints are kept.",
            "cairn.log                debug     cairn.properties line 1  How much Cairn says.",
            "cairn.enabled            true      default                  Whether Cairn does anything at"
                + " all.");
  }

  @Test
  void aNarrowTerminalShowsEverySentenceInFull() {
    Outcome outcome = new Command().within(70).run("settings");

    assertThat(outcome.out())
        .contains(
            """
            cairn.required           false     default  Whether the JVM stops, rather
                                                        than running the program
                                                        without Cairn, where Cairn
                                                        cannot start.
            """);
  }

  @Test
  void jsonHasStableNames() throws IOException {
    Outcome outcome = new Command().with("CAIRN_RESUME_WITHIN", "2d").run("settings", "--json");

    JsonNode settings = new ObjectMapper().readTree(outcome.out());

    assertThat(settings).hasSize(Setting.values().length);
    assertThat(settings.get(8))
        .hasToString(
            "{\"key\":\"cairn.resume.within\",\"value\":\"2d\",\"origin\":\"environment"
                + " CAIRN_RESUME_WITHIN\",\"defaultValue\":\"12h\",\"type\":\"duration\","
                + "\"meaning\":\"An unfinished run whose last entry is older is not resumed by"
                + " itself.\"}");
    assertThat(settings.get(6).get("value").isNull()).isTrue();
  }

  @Test
  void wrongSettingsAreNamedAndTheRightOnesShown() {
    Outcome outcome =
        new Command().withFile("cairn.properties", "cairn.stroe=/data").run("settings");

    assertThat(outcome.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(outcome.err())
        .isEqualTo(
            """
            Cannot read the settings: a setting is wrong.
              cairn.stroe (cairn.properties line 1): no such setting; the nearest is cairn.store.
            `java -jar cairn.jar settings` lists all settings.
            """);
    assertThat(outcome.out())
        .startsWith("SETTING                  TYPE                       DEFAULT   MEANING\n")
        .contains(
            "cairn.resume.within      duration                   12h       An unfinished run");
  }

  @Test
  void anUnknownVariableIsToldAndIgnored() {
    Outcome outcome = new Command().with("CAIRN_STROE", "/data").run("settings", "--json");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err())
        .isEqualTo(
            "warning: The environment variable CAIRN_STROE is ignored: no such setting; the nearest"
                + " is CAIRN_STORE.\n");
  }
}
