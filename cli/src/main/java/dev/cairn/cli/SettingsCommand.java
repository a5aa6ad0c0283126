package dev.cairn.cli;

import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Json;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.core.config.Origin;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows every setting with its value, where that comes from, and what it means. */
@Command(
    name = "settings",
    customSynopsis = "java -jar cairn.jar settings [--json]",
    description = {
      "Lists all settings: value, origin, meaning.",
      "Shows what a program started here would get, but for its agent arguments and -D options."
    })
final class SettingsCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--json", description = "Writes JSON, for programs.")
  private boolean json;

  SettingsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    if (json) {
      Json.print(session.screen().out(), lines(settings));
    } else {
      values(settings).print(session.screen());
    }
    return ExitStatus.DONE;
  }

  private Settings settings() {
    try {
      return session.settings();
    } catch (ConfigurationException e) {
      if (!json) {
        // whoever has a name wrong wants to see the right ones
        defaults().print(session.screen());
      }
      throw e;
    }
  }

  private static Table values(Settings settings) {
    Table table =
        new Table(
            Column.words("SETTING"),
            Column.text("VALUE"),
            Column.text("ORIGIN"),
            Column.prose("MEANING"));
    for (Setting setting : Setting.values()) {
      Origin origin = settings.origin(setting);
      boolean given = origin.source() != Origin.Source.DEFAULT;
      table.add(
          Cell.of(setting.key()),
          new Cell(settings.text(setting).orElse("-"), given ? Style.NOTABLE : Style.PLAIN),
          Cell.of(origin.toString()),
          Cell.of(setting.meaning()));
    }
    return table;
  }

  private static Table defaults() {
    Table table =
        new Table(
            Column.words("SETTING"),
            Column.words("TYPE"),
            Column.text("DEFAULT"),
            Column.prose("MEANING"));
    for (Setting setting : Setting.values()) {
      table.add(
          Cell.of(setting.key()),
          Cell.of(setting.type()),
          Cell.of(setting.defaultText().orElse("-")),
          Cell.of(setting.meaning()));
    }
    return table;
  }

  private static List<Line> lines(Settings settings) {
    return Arrays.stream(Setting.values())
        .map(
            setting ->
                new Line(
                    setting.key(),
                    settings.text(setting).orElse(null),
                    settings.origin(setting).toString(),
                    setting.defaultText().orElse(null),
                    setting.type(),
                    setting.meaning()))
        .toList();
  }

  /** One setting as JSON. */
  record Line(
      String key,
      @Nullable String value,
      String origin,
      @Nullable String defaultValue,
      String type,
      String meaning) {}
}
