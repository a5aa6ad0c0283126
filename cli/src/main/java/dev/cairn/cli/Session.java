package dev.cairn.cli;

import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import dev.cairn.core.config.Settings;
import dev.cairn.core.config.SettingsInput;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a command has around it.
 *
 * @param input what settings are made from
 * @param clock for the ages of runs, and the zone in which times are shown
 * @param screen where to write
 */
record Session(SettingsInput input, Clock clock, Screen screen) {

  /** The settings; whatever was not understood and does no harm is told. */
  Settings settings() {
    Settings settings = Settings.resolve(input);
    settings.warnings().forEach(this::warn);
    return settings;
  }

  void warn(String sentence) {
    screen.err().println(screen.styled(Style.NOTABLE, "warning: ") + Letters.printable(sentence));
  }

  Instant now() {
    return clock.instant();
  }

  ZoneId zone() {
    return clock.getZone();
  }
}
