package dev.cairn.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.core.error.ConfigurationException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongSettingsTest {
  private static final String DURATION =
      "expected a duration above zero, at most 36500d, with its unit (ms, s, m, h, d), such as 12h"
          + " or 500ms, or as ISO 8601, such as PT1H30M.";
  private static final String SIZE =
      "expected a size above zero in bytes, in binary units (64MiB, or 64m as for -Xmx), or as a"
          + " share of the heap (12.5%).";

  @Test
  void anUnknownNameIsRefusedWithTheNearestOne() {
    assertThat(wrong(given("stroe=/data/ck")))
        .hasMessage(
            """
            Cannot read the settings: a setting is wrong.
              cairn.stroe (agent argument): no such setting; the nearest is cairn.store.
            `java -jar cairn.jar settings` lists all settings.\
            """)
        .returns("cairn.stroe", ConfigurationException::subject);
    assertOnly(
        given("").property("cairn.resumewithin", "1h"),
        "cairn.resumewithin (system property): no such setting; the nearest is"
            + " cairn.resume.within.");
    assertOnly(
        given("").file("/home/ada/cairn.properties", "\nstore=/data/ck"),
        "store (cairn.properties line 2): no such setting; the nearest is cairn.store.");
  }

  @Test
  void anUnknownVariableOnlyWarns() {
    Settings settings = given("").variable("CAIRN_STROE", "x").variable("CAIRNS", "x").settings();

    assertThat(settings.warnings())
        .containsExactly(
            "The environment variable CAIRN_STROE is ignored: no such setting; the nearest is"
                + " CAIRN_STORE.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12",
        "12x",
        "-1h",
        "0s",
        "1h30m",
        "PT0S",
        "-PT1H",
        "400000d",
        "99999999999999999d"
      })
  void aDurationNeedsItsUnit(String text) {
    assertOnly(
        given("resume.within=" + text),
        "cairn.resume.within = \"" + text + "\" (agent argument): " + DURATION);
  }

  @ParameterizedTest
  @CsvSource({
    "500ms,500",
    "90 s,90000",
    "15m,900000",
    "12h,43200000",
    "2d,172800000",
    "PT1H30M,5400000"
  })
  void aDurationIsReadInItsUnit(String text, long millis) {
    assertThat(given("resume.within=" + text).settings().duration(Setting.RESUME_WITHIN))
        .hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "64MB", "64 apples", "-1g", "101%", "0%", "99999999999999999t", "1.5g"})
  void aSizeNeedsABinaryUnit(String text) {
    assertOnly(
        given("").variable("CAIRN_STATE_MAX", text),
        "cairn.state.max = \"" + text + "\" (environment CAIRN_STATE_MAX): " + SIZE);
  }

  @ParameterizedTest
  @CsvSource({
    "4096,4096",
    "64MiB,67108864",
    "64m,67108864",
    "1g,1073741824",
    "2 KiB,2048",
    "7B,7",
    "1t,1099511627776",
    "25%,268435456",
    "100 %,1073741824"
  })
  void aSizeIsReadInItsUnit(String text, long bytes) {
    assertThat(given("state.max=" + text).settings().bytes(Setting.STATE_MAX)).isEqualTo(bytes);
  }

  @Test
  void aSilenceBeforeATakeoverIsASecondAtLeast() {
    assertOnly(
        given("heartbeat.ttl=999ms"),
        "cairn.heartbeat.ttl = \"999ms\" (agent argument): expected a duration of at least 1s with"
            + " its unit (ms, s, m, h, d), such as 12h or 500ms, or as ISO 8601, such as PT1H30M.");
    assertThat(given("heartbeat.ttl=1s").settings().duration(Setting.HEARTBEAT_TTL)).hasSeconds(1);
  }

  @Test
  void aFlagIsTrueOrFalse() {
    assertOnly(
        given("fresh=yes"), "cairn.fresh = \"yes\" (agent argument): expected true or false.");
  }

  @Test
  void aChoiceIsOneOfItsWords() {
    assertOnly(
        given("").property("cairn.log", "trace"),
        "cairn.log = \"trace\" (system property): expected one of off, warn, info, debug.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nightly", "nightly/3f9a/7", "nightly/3f9a2c1b/0", "/3f9a2c1b/7", "n/3F9A2C1B/7"})
  void aRunIsNamedInItsShortOrLongForm(String text) {
    assertOnly(
        given("resume=" + text),
        "cairn.resume = \""
            + text
            + "\" (agent argument): expected a run, such as nightly-report/3f9a2c1b/7.");
    assertThat(given("resume=a/b/3f9a2c1b/7").settings().text(Setting.RESUME))
        .contains("a/b/3f9a2c1b/7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.acme.Nightly", "#parse", "com.acme.Nightly#", "a#b#c", "a#b c", "a#b;c#d"})
  void aPatternNamesAClassAndAMethod(String text) {
    assertOnly(
        given("pipelines=" + text),
        "cairn.pipelines = \""
            + text
            + "\" (agent argument): expected patterns Class#method, with commas between them,"
            + " such as com.acme.Nightly#parse*.");
  }

  @Test
  void aPathIsNotExpandedByCairn() {
    assertOnly(
        given("store=~/ck"),
        "cairn.store = \"~/ck\" (agent argument): expected a directory or a URI.");
    assertOnly(
        given("log.file=~/cairn.log"),
        "cairn.log.file = \"~/cairn.log\" (agent argument): expected a file's path.");
    assertOnly(
        given("store=s3://a b"),
        "cairn.store = \"s3://a b\" (agent argument): expected a directory or a URI.");
  }

  @Test
  void aValueIsNotEmptyAndHasNoControlCharacters() {
    assertOnly(given("fresh="), "cairn.fresh = \"\" (agent argument): expected true or false.");
    assertOnly(given("run.key="), "cairn.run.key = \"\" (agent argument): expected some text.");
    assertOnly(
        given("run.key='a\tb'"), "cairn.run.key = \"a\tb\" (agent argument): expected some text.");
  }

  @Test
  void anAgentArgumentHasANameAndAValue() {
    assertOnly(
        given("stages=a.B#c,a.B#d"),
        "a.B#d (agent argument): expected name=value; a value with a comma needs quotes:"
            + " name='a,b'.");
    assertOnly(given("run.key='a,b"), "cairn.run.key (agent argument): expected a closing '.");
    assertOnly(
        given("run.key='a,b'c,log=off"),
        "cairn.run.key (agent argument): expected a comma after the closing ', found \"c\".");
  }

  @Test
  void aSettingIsGivenOnceInOnePlace() {
    assertOnly(
        given("log=off,cairn.log=debug"),
        "cairn.log is given twice (agent argument and agent argument).");
    assertOnly(
        given("").file("/home/ada/cairn.properties", "cairn.log=off\ncairn.log=off"),
        "cairn.log is given twice (cairn.properties line 1 and cairn.properties line 2).");
  }

  @Test
  void aNamedFileMustBeThere() {
    assertOnly(
        given("").property("cairn.config", "missing.properties"),
        "cairn.config = \"missing.properties\" (system property): there is no such file.");
  }

  @Test
  void aFileCannotNameAnother() {
    assertOnly(
        given("").file("/home/ada/cairn.properties", "cairn.config=other.properties"),
        "cairn.config (cairn.properties line 1): a file of settings cannot name another.");
  }

  @Test
  void aFileMustBeReadable() {
    SettingsInput input =
        new SettingsInput(
            "", Map.of(), Map.of(), WrongSettingsTest::notUtf8, Path.of("/home/ada"), 1);

    ConfigurationException wrong =
        catchThrowableOfType(ConfigurationException.class, () -> Settings.resolve(input));

    assertThat(wrong)
        .hasMessageContaining(
            "cairn.properties: expected a file of settings in UTF-8, but it cannot be read:"
                + " java.nio.charset.MalformedInputException: Input length = 1");
  }

  @Test
  void aLineHasAValueAndNoSingleBackslash() {
    assertOnly(
        given("").file("/home/ada/cairn.properties", "cairn.fresh true"),
        "cairn.fresh true (cairn.properties line 1): expected key=value.");
    assertOnly(
        given("").file("/home/ada/cairn.properties", "\n\ncairn.store=C:\\data"),
        "cairn.store (cairn.properties line 3): a single backslash; expected \\\\ for each.");
  }

  @Test
  void freshAndResumeExcludeEachOther() {
    assertOnly(
        given("fresh=true").variable("CAIRN_RESUME", "n/3f9a2c1b/7"),
        "cairn.fresh = \"true\" (agent argument): excludes cairn.resume, which is also given"
            + " (environment CAIRN_RESUME).");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(
            wrong(
                given("resume.within=12x,nonsense")
                    .property("cairn.verfiy", "new")
                    .variable("CAIRN_FRESH", "perhaps")
                    .file("/home/ada/cairn.properties", "cairn.log=loud")))
        .hasMessage(
            """
            Cannot read the settings: 5 settings are wrong.
              nonsense (agent argument): expected name=value; a value with a comma needs quotes: name='a,b'.
              cairn.resume.within = "12x" (agent argument): %s
              cairn.verfiy (system property): no such setting; the nearest is cairn.verify.
              cairn.fresh = "perhaps" (environment CAIRN_FRESH): expected true or false.
              cairn.log = "loud" (cairn.properties line 1): expected one of off, warn, info, debug.
            `java -jar cairn.jar settings` lists all settings.\
            """
                .replace("%s", DURATION));
  }

  @Test
  void aWrongValueIsRefusedEvenWhereAStrongerOneHidesIt() {
    assertOnly(
        given("log=off").variable("CAIRN_LOG", "loud"),
        "cairn.log = \"loud\" (environment CAIRN_LOG): expected one of off, warn, info, debug.");
  }

  private static Optional<String> notUtf8(Path file) throws IOException {
    throw new MalformedInputException(1);
  }

  private static SettingsCase given(String agentArguments) {
    return new SettingsCase(agentArguments, Map.of(), Map.of(), Map.of());
  }

  private static ConfigurationException wrong(SettingsCase settings) {
    return catchThrowableOfType(ConfigurationException.class, settings::settings);
  }

  private static void assertOnly(SettingsCase settings, String sentence) {
    assertThat(wrong(settings))
        .hasMessage(
            "Cannot read the settings: a setting is wrong.\n  "
                + sentence
                + "\n`java -jar cairn.jar settings` lists all settings.");
  }
}
