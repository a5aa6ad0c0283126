package dev.cairn.core;

import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.retention.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;

/** Which finished runs are kept, as the settings say it. */
public final class RetentionRules {
  private RetentionRules() {}

  /**
   * The rules; none where all runs are kept.
   *
   * @throws ConfigurationException if a number is too large
   */
  public static List<RetentionPolicy> of(Settings settings) {
    if (settings.flag(Setting.KEEP_ALL)) {
      return List.of();
    }
    List<RetentionPolicy> rules = new ArrayList<>();
    rules.add(new RetentionPolicy.KeepLast(settings.count(Setting.KEEP_LAST)));
    rules.add(new RetentionPolicy.KeepWithin(settings.duration(Setting.KEEP_WITHIN)));
    if (settings.text(Setting.KEEP_SIZE).isPresent()) {
      rules.add(new RetentionPolicy.MaxSize(settings.bytes(Setting.KEEP_SIZE)));
    }
    settings
        .text(Setting.KEEP_TAGGED)
        .ifPresent(name -> rules.add(new RetentionPolicy.KeepTagged(name)));
    return List.copyOf(rules);
  }
}
