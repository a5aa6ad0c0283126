package dev.cairn.cli.session;

import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Times;
import dev.cairn.core.SecretReader;
import dev.cairn.core.StoreSecret;
import dev.cairn.core.config.Settings;
import dev.cairn.core.config.SettingsInput;
import dev.cairn.core.event.Progress;
import dev.cairn.core.log.owner.Host;
import dev.cairn.core.seal.crypt.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What a command has around it.
 *
 * @param input what settings are made from
 * @param host tells which owners of runs are alive
 * @param clock for the ages of runs, and the zone in which times are shown
 * @param screen where to write
 * @param progress shows how far long work is
 */
public record Session(
    SettingsInput input, Host host, Clock clock, Screen screen, Progress progress) {
  /** What stands for a time that is not known. */
  public static final String NO_TIME = "-";

  /** One that shows nothing of long work. */
  public Session(SettingsInput input, Host host, Clock clock, Screen screen) {
    this(input, host, clock, screen, Progress.NONE);
  }

  /** The settings; whatever was not understood and does no harm is told. */
  public Settings settings() {
    Settings settings = Settings.resolve(input);
    settings.warnings().forEach(this::warn);
    return settings;
  }

  /**
   * The secret that opens the store; empty where the settings name none.
   *
   * @throws dev.cairn.core.error.ConfigurationException if there is none where they say
   */
  public Optional<Secret> secret() {
    return StoreSecret.of(Settings.resolve(input), secrets());
  }

  /** Fetches secrets. */
  public SecretReader secrets() {
    return new SecretReader(input.environment()::get, this::warn);
  }

  /** Says what was not understood, or takes a while. */
  public void warn(String sentence) {
    screen.err().println(screen.styled(Style.NOTABLE, "warning: ") + Letters.printable(sentence));
  }

  /** The time. */
  public Instant now() {
    return clock.instant();
  }

  /** The local time; {@link #NO_TIME} for the epoch's start, which stands for one not known. */
  public String time(Instant instant) {
    return instant.equals(Instant.EPOCH) ? NO_TIME : Times.time(instant, clock.getZone());
  }
}
