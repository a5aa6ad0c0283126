package dev.cairn.cli.text;

/**
 * One column of a table.
 *
 * @param title its heading
 * @param kind how it is aligned, and what becomes of it where the terminal is narrow
 * @param dispensable whether it is left out where the terminal is too narrow for all
 */
public record Column(String title, Kind kind, boolean dispensable) {

  private static final int NARROWEST_TEXT = 12;
  private static final int NARROWEST_PROSE = 30;

  /** What stands in a column. */
  public enum Kind {
    /** Short texts, which are never cut. */
    WORDS,
    /** Texts that may be long and are then cut. */
    TEXT,
    /** Numbers, sizes or times, aligned right and never cut. */
    FIGURES,
    /** Sentences, which go on in the next line. */
    PROSE
  }

  /** A column of short texts, never cut. */
  public static Column words(String title) {
    return new Column(title, Kind.WORDS, false);
  }

  /** A column of texts that may be cut. */
  public static Column text(String title) {
    return new Column(title, Kind.TEXT, false);
  }

  /** A column of numbers, sizes or times. */
  public static Column figures(String title) {
    return new Column(title, Kind.FIGURES, false);
  }

  /** A column of sentences, going on in the next line. */
  public static Column prose(String title) {
    return new Column(title, Kind.PROSE, false);
  }

  /** The same column, left out where the terminal is too narrow for all. */
  public Column ifThereIsRoom() {
    return new Column(title, kind, true);
  }

  boolean isElastic() {
    return kind == Kind.TEXT || kind == Kind.PROSE;
  }

  int narrowest() {
    return kind == Kind.PROSE ? NARROWEST_PROSE : NARROWEST_TEXT;
  }
}
