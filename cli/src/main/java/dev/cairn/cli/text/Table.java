package dev.cairn.cli.text;

import dev.cairn.cli.text.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of cells in aligned columns. Where they do not fit the terminal, long texts are cut, and
 * columns that can be done without are left out, the rightmost first. For one thread.
 */
public final class Table {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  /** Makes a table without rows. */
  public Table(Column... columns) {
    this(List.of(columns));
  }

  private Table(List<Column> columns) {
    this.columns = columns;
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
    fitting(screen.width()).printAll(screen);
  }

  private Table fitting(int limit) {
    int dispensable = columns.size() - 1;
    while (dispensable >= 0 && !columns.get(dispensable).dispensable()) {
      dispensable--;
    }
    boolean fits = widthOf(IntStream.range(0, columns.size()).map(this::narrowest)) <= limit;
    return fits || dispensable < 0 ? this : without(dispensable).fitting(limit);
  }

  private int narrowest(int column) {
    int natural = naturalWidth(column);
    boolean elastic = columns.get(column).isElastic();
    return elastic ? Math.min(natural, columns.get(column).narrowest()) : natural;
  }

  private Table without(int column) {
    Table table = new Table(without(columns, column));
    rows.forEach(row -> table.rows.add(without(row, column)));
    return table;
  }

  private static <T> List<T> without(List<T> list, int index) {
    List<T> shorter = new ArrayList<>(list);
    shorter.remove(index);
    return shorter;
  }

  private void printAll(Screen screen) {
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
    int excess = widthOf(IntStream.of(widths)) - limit;
    for (int i = widths.length - 1; i >= 0 && excess > 0; i--) {
      if (columns.get(i).isElastic()) {
        int cut = Math.min(excess, Math.max(0, widths[i] - columns.get(i).narrowest()));
        widths[i] -= cut;
        excess -= cut;
      }
    }
    return widths;
  }

  private int widthOf(IntStream widths) {
    return widths.sum() + GAP.length() * (columns.size() - 1);
  }

  private int naturalWidth(int column) {
    return rows.stream()
        .mapToInt(row -> row.get(column).width())
        .reduce(Letters.width(columns.get(column).title()), Math::max);
  }
}
