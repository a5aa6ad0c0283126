package dev.cairn.cli.settings;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.AnsweringCommand;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.core.config.Origin;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Shows every setting with its value, where that comes from, and what it means. */
@Command(
    name = "settings",
    customSynopsis = "java -jar cairn.jar settings [--json]",
    description = {
      "Lists all settings: value, origin, meaning.",
      "Shows what a program started here would get, but for its agent arguments and -D options."
    })
public final class SettingsCommand extends AnsweringCommand {

  /** The command in a session. */
  public SettingsCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Settings settings = settings();
    return tell(
        Answer.done(() -> lines(settings), () -> values(settings).print(session().screen())));
  }

  private Settings settings() {
    try {
      return session().settings();
    } catch (ConfigurationException e) {
      if (!json()) {
        // whoever has a name wrong wants to see the right ones
        defaults().print(session().screen());
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
