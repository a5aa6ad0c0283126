package dev.cairn.cli.probe;

import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import dev.cairn.cli.text.Table;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.storage.Trial;
import dev.cairn.core.storage.Trial.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What came of trying a place out, for people and as JSON; its fields are promised in {@code
 * docs/cli.md}.
 *
 * @param place the directory that was tried
 */
record ProbePage(Screen screen, Path place, List<Trial> trials) {

  boolean isSound() {
    return trials.stream().noneMatch(trial -> trial.result() == Result.BROKEN);
  }

  void print() {
    Table table =
        new Table(
            Column.words("TRIED"),
            Column.words("RESULT"),
            Column.figures("TOOK").ifThereIsRoom(),
            Column.prose("FOUND"),
            Column.prose("WHAT RESTS ON IT"));
    trials.forEach(trial -> table.add(row(trial)));
    table.print(screen);
    screen.out().println(Letters.printable(verdict()));
  }

  private static Cell[] row(Trial trial) {
    return new Cell[] {
      Cell.of(trial.name()),
      new Cell(word(trial.result()), style(trial.result())),
      Cell.of(Amounts.duration(trial.took())),
      Cell.of(trial.found()),
      Cell.of(trial.promise())
    };
  }

  private static Style style(Result result) {
    return switch (result) {
      case HOLDS -> Style.GOOD;
      case NOTABLE -> Style.NOTABLE;
      case BROKEN -> Style.BAD;
    };
  }

  private static String word(Result result) {
    return result.name().toLowerCase(Locale.ROOT);
  }

  private String verdict() {
    return isSound()
        ? "A store can live in " + place + ". Nothing was left there."
        : "No store can live in "
            + place
            + ": something is broken, and what rests on it was not tried. Nothing was left there.";
  }

  ProbeJson json() {
    return new ProbeJson(place.toString(), isSound(), trials.stream().map(TrialJson::of).toList());
  }

  /** What came of it. */
  record ProbeJson(String directory, boolean sound, List<TrialJson> trials) {}

  /** What came of one trial. */
  record TrialJson(String name, String result, long tookMillis, String found, String promise) {
    static TrialJson of(Trial trial) {
      return new TrialJson(
          trial.name(),
          word(trial.result()),
          trial.took().toMillis(),
          trial.found(),
          trial.promise());
    }
  }
}
