package dev.cairn.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One field of a table.
 *
 * @param text what stands there; whatever would steer a terminal is replaced
 * @param style how it looks
 */
public record Cell(String text, Style style) {
  private static final String ELLIPSIS = "...";

  public Cell {
    text = Letters.printable(text);
  }

  /** A cell that looks like most. */
  public static Cell of(String text) {
    return new Cell(text, Style.PLAIN);
  }

  /** A number. */
  public static Cell of(long number) {
    return of(Long.toString(number));
  }

  int width() {
    return Letters.width(text);
  }

  /** This cell as lines that fit, broken between words where that is possible. */
  List<Cell> wrapped(int columns) {
    List<Cell> lines = new ArrayList<>();
    String left = text;
    while (Letters.width(left) > columns) {
      String start = Letters.start(left, columns + 1);
      int space = start.lastIndexOf(' ');
      String line = space > 0 ? start.substring(0, space) : Letters.start(left, columns);
      lines.add(new Cell(line, style));
      left = left.substring(line.length()).stripLeading();
    }
    lines.add(new Cell(left, style));
    return lines;
  }

  /** This cell with as much of its text as fits. */
  Cell within(int columns) {
    if (width() <= columns) {
      return this;
    }
    return new Cell(Letters.start(text, columns - ELLIPSIS.length()) + ELLIPSIS, style);
  }
}
