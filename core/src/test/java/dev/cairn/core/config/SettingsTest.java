package dev.cairn.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Path HERE = Path.of("/home/ada");
  private static final long HEAP = 1L << 30;

  @Test
  void everySettingHasItsDefaultWhereNobodySaysAnything() {
    Settings settings = given("").settings();

    for (Setting setting : Setting.values()) {
      assertThat(settings.text(setting)).isEqualTo(setting.defaultText());
      assertThat(settings.origin(setting)).hasToString("default");
    }
    assertThat(settings.location(Setting.STORE)).isEqualTo(HERE.resolve(".cairn").toUri());
    assertThat(settings.flag(Setting.ENABLED)).isTrue();
    assertThat(settings.duration(Setting.RESUME_WITHIN)).isEqualTo(Duration.ofHours(12));
    assertThat(settings.bytes(Setting.STATE_MAX)).isEqualTo(HEAP / 8);
    assertThat(settings.path(Setting.LOG_FILE)).isEmpty();
    assertThat(settings.patterns(Setting.STAGES)).isEmpty();
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void aChoiceIsTheConstantThatIsCalledSo() {
    List<LogLevel> levels =
        Stream.of(Setting.LOG.type().split(" \\| ", -1))
            .map(word -> given("log=" + word).settings().choice(Setting.LOG, LogLevel.class))
            .toList();

    assertThat(levels).containsExactly(LogLevel.values());
  }

  @Test
  void aValueIsTakenFromTheAgentArgument() {
    Settings settings = given("store=/data/ck,log=debug").settings();

    assertThat(settings.location(Setting.STORE)).isEqualTo(Path.of("/data/ck").toUri());
    assertThat(settings.text(Setting.LOG)).contains("debug");
    assertThat(settings.origin(Setting.LOG)).hasToString("agent argument");
  }

  @Test
  void aValueIsTakenFromTheSystemProperty() {
    Settings settings =
        given("").property("cairn.store", "s3://bucket/ck").property("other.store", "x").settings();

    assertThat(settings.location(Setting.STORE)).isEqualTo(URI.create("s3://bucket/ck"));
    assertThat(settings.origin(Setting.STORE)).hasToString("system property");
  }

  @Test
  void aValueIsTakenFromTheEnvironment() {
    Settings settings =
        given("")
            .variable("CAIRN_ON_SAVE_ERROR", "fail")
            .variable("CAIRN_STATE_MAX", "64MiB")
            .settings();

    assertThat(settings.text(Setting.ON_SAVE_ERROR)).contains("fail");
    assertThat(settings.bytes(Setting.STATE_MAX)).isEqualTo(64L << 20);
    assertThat(settings.origin(Setting.STATE_MAX)).hasToString("environment CAIRN_STATE_MAX");
  }

  @Test
  void aVariableSetToNothingCountsAsNotSet() {
    Settings settings = given("").variable("CAIRN_FRESH", "").settings();

    assertThat(settings.origin(Setting.FRESH)).hasToString("default");
  }

  @Test
  void aValueIsTakenFromTheFileInTheWorkingDirectory() {
    Settings settings =
        given("").file("/home/ada/cairn.properties", "# ours\ncairn.fresh=true\n").settings();

    assertThat(settings.flag(Setting.FRESH)).isTrue();
    assertThat(settings.origin(Setting.FRESH)).hasToString("cairn.properties line 2");
  }

  @Test
  void aValueIsTakenFromTheFileThatIsNamed() {
    Settings settings =
        given("config=etc/night.properties")
            .file("/home/ada/etc/night.properties", "cairn.log: off")
            .file("/home/ada/cairn.properties", "cairn.log=debug")
            .settings();

    assertThat(settings.text(Setting.LOG)).contains("off");
    assertThat(settings.origin(Setting.LOG)).hasToString("etc/night.properties line 1");
  }

  @Test
  void theStrongestOriginWins() {
    SettingsCase all =
        given("log=off")
            .property("cairn.log", "warn")
            .property("cairn.verify", "always")
            .variable("CAIRN_LOG", "info")
            .variable("CAIRN_VERIFY", "never")
            .variable("CAIRN_COMPRESSION", "none")
            .file(
                "/home/ada/cairn.properties",
                "cairn.log=debug\ncairn.compression=gzip\ncairn.fresh=true");

    Settings settings = all.settings();

    assertThat(settings.origin(Setting.LOG)).isEqualTo(Origin.AGENT_ARGUMENT);
    assertThat(settings.origin(Setting.VERIFY)).isEqualTo(Origin.SYSTEM_PROPERTY);
    assertThat(settings.origin(Setting.COMPRESSION).source()).isEqualTo(Origin.Source.ENVIRONMENT);
    assertThat(settings.origin(Setting.FRESH).source()).isEqualTo(Origin.Source.FILE);
  }

  @Test
  void patternsNameMethods() {
    Settings settings = given("stages='com.acme.*#load*, com.acme.**#parse'").settings();

    assertThat(settings.patterns(Setting.STAGES))
        .containsExactly(
            MethodPattern.of("com.acme.*#load*"), MethodPattern.of("com.acme.**#parse"));
  }

  @Test
  void pathsAreMadeAbsolute() {
    Settings settings = given("log.file=logs/../cairn.log").settings();

    assertThat(settings.path(Setting.LOG_FILE)).contains(HERE.resolve("cairn.log"));
  }

  @Test
  void aDirectoryMayBeWrittenAsAUri() {
    assertThat(given("store=file:///data/ck").settings().location(Setting.STORE))
        .isEqualTo(Path.of("/data/ck").toUri());
  }

  @Test
  void aRehearsalIsStrongerThanWhateverLeadsToTheUsersOwnStore() {
    Rehearsal rehearsal = new Rehearsal(Path.of("/tmp/r"), "halted", 3);
    Settings settings =
        given("store=/data/ck,fresh=true")
            .property("cairn.enabled", "false")
            .variable("CAIRN_RESUME", "nightly/3f9a2c1b/7")
            .variable(Rehearsal.VARIABLE, rehearsal.text())
            .file("/home/ada/cairn.properties", "cairn.log.file=cairn.log\n")
            .settings();

    assertThat(settings.rehearsal()).contains(rehearsal);
    assertThat(settings.location(Setting.STORE)).isEqualTo(rehearsal.store().toUri());
    assertThat(settings.flag(Setting.ENABLED)).isTrue();
    assertThat(settings.flag(Setting.FRESH)).isFalse();
    assertThat(settings.text(Setting.RESUME)).isEmpty();
    assertThat(settings.path(Setting.LOG_FILE)).isEmpty();
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void aPlanIsOfTheUsersOwnStore() {
    Rehearsal plan = Rehearsal.plan(Path.of("/tmp/r"));
    Settings settings =
        given("store=/data/ck,enabled=false,log.file=cairn.log")
            .variable(Rehearsal.VARIABLE, plan.text())
            .settings();

    assertThat(settings.rehearsal()).contains(plan).get().matches(Rehearsal::isPlan);
    assertThat(settings.location(Setting.STORE)).isEqualTo(Path.of("/data/ck").toUri());
    assertThat(settings.flag(Setting.ENABLED)).isTrue();
    assertThat(settings.path(Setting.LOG_FILE)).isEmpty();
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void aWrongRehearsalIsNone() {
    Settings settings = given("").variable(Rehearsal.VARIABLE, "true").settings();

    assertThat(settings.rehearsal()).isEmpty();
    assertThat(settings.warnings()).singleElement().asString().contains(Rehearsal.VARIABLE);
  }

  @Test
  void theSettingsOfThisJvmAreThoseItWasStartedWith() {
    SettingsInput input = SettingsInput.ofThisJvm("log=off");

    assertThat(input.properties()).containsKey("java.version");
    assertThat(input.environment()).isEqualTo(System.getenv());
    assertThat(input.workingDirectory()).isAbsolute();
    assertThat(input.heapBytes()).isPositive();
  }

  private static SettingsCase given(String agentArguments) {
    return new SettingsCase(agentArguments, Map.of(), Map.of(), Map.of());
  }
}
