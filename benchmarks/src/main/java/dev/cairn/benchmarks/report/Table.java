package dev.cairn.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table as Markdown has it. For one thread. */
public final class Table {
  private final List<String> lines = new ArrayList<>();

  /** One with these columns. */
  public Table(String... columns) {
    row((Object[]) columns);
    lines.add("|" + String.join("|", Collections.nCopies(columns.length, "---")) + "|");
  }

  /** Adds a row. */
  public Table row(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    lines.add(line.toString());
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
