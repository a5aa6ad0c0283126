package dev.cairn.cli.text;

import dev.cairn.cli.text.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells, shown in aligned columns that fit the terminal where they can. For one thread. */
public final class Table {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  /** Makes a table without rows. */
  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row: a cell for each column. */
  public void add(Cell... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    rows.add(List.of(cells));
  }

  /** Prints the headings and all rows. */
  public void print(Screen screen) {
    int[] widths = widths(screen.width());
    List<Cell> heading =
        columns.stream().map(column -> new Cell(column.title(), Style.TITLE)).toList();
    printRow(screen, widths, heading);
    rows.forEach(row -> printRow(screen, widths, row));
  }

  private void printRow(Screen screen, int[] widths, List<Cell> row) {
    List<List<Cell>> lines =
        IntStream.range(0, widths.length).mapToObj(i -> lines(i, row.get(i), widths[i])).toList();
    int height = lines.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      printLine(screen, widths, lines, line);
    }
  }

  private List<Cell> lines(int column, Cell cell, int width) {
    return columns.get(column).kind() == Kind.PROSE
        ? cell.wrapped(width)
        : List.of(cell.within(width));
  }

  private void printLine(Screen screen, int[] widths, List<List<Cell>> lines, int number) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      Cell cell = number < lines.get(i).size() ? lines.get(i).get(number) : Cell.of("");
      String space = " ".repeat(widths[i] - cell.width());
      String text = screen.styled(cell.style(), cell.text());
      line.append(i == 0 ? "" : GAP);
      line.append(columns.get(i).kind() == Kind.FIGURES ? space + text : text + space);
    }
    screen.out().println(line.toString().stripTrailing());
  }

  private int[] widths(int limit) {
    int[] widths = IntStream.range(0, columns.size()).map(this::naturalWidth).toArray();
    int gaps = GAP.length() * (widths.length - 1);
    int excess = IntStream.of(widths).sum() + gaps - limit;
    for (int i = widths.length - 1; i >= 0 && excess > 0; i--) {
      if (columns.get(i).isElastic()) {
        int cut = Math.min(excess, Math.max(0, widths[i] - columns.get(i).narrowest()));
        widths[i] -= cut;
        excess -= cut;
      }
    }
    return widths;
  }

  private int naturalWidth(int column) {
    return rows.stream()
        .mapToInt(row -> row.get(column).width())
        .reduce(Letters.width(columns.get(column).title()), Math::max);
  }
}
