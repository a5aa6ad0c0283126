package dev.cairn.core;

import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.seal.crypt.Secret;
import java.util.List;
import java.util.Optional;

/**
 * The secret that the settings lead to. They say where it is and never what it is: so it stands in
 * no command line, no log and no list of settings.
 */
public final class StoreSecret {
  private static final List<Setting> PLACES =
      List.of(
          Setting.KEY_FILE, Setting.KEY_VARIABLE, Setting.PASSWORD_FILE, Setting.PASSWORD_VARIABLE);

  private StoreSecret() {}

  /**
   * Fetches it; empty where no setting names a place.
   *
   * @throws ConfigurationException if two places are named, or what is there is no secret
   */
  public static Optional<Secret> of(Settings settings, SecretReader reader) {
    return place(settings).map(setting -> fetched(settings, setting, reader));
  }

  /**
   * Whether a setting names a place.
   *
   * @throws ConfigurationException if two do
   */
  static boolean isGiven(Settings settings) {
    return place(settings).isPresent();
  }

  private static Optional<Setting> place(Settings settings) {
    List<Setting> given =
        PLACES.stream().filter(setting -> settings.text(setting).isPresent()).toList();
    if (given.size() > 1) {
      throw new ConfigurationException(
          given.get(1).key(),
          given.get(1).key() + " excludes " + given.get(0).key() + ", which is also given");
    }
    return given.stream().findFirst();
  }

  private static Secret fetched(Settings settings, Setting setting, SecretReader reader) {
    String name = setting.key();
    String text = settings.text(setting).orElseThrow();
    return switch (setting) {
      case KEY_FILE -> reader.keyInFile(name, settings.path(setting).orElseThrow());
      case KEY_VARIABLE -> reader.keyInVariable(name, text);
      case PASSWORD_FILE -> reader.passwordInFile(name, settings.path(setting).orElseThrow());
      default -> reader.passwordInVariable(name, text);
    };
  }
}
