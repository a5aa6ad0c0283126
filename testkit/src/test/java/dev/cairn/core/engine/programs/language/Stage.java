package dev.cairn.core.engine.programs.language;

import java.util.List;

/**
 * A stage of a program.
 *
 * @param number which of the program's
 * @param kind what it may do
 * @param terms what its annotation says
 * @param result what it returns
 * @param body what it does
 */
public record Stage(int number, Kind kind, Terms terms, Result result, List<Statement> body) {

  /** What a stage may do. */
  public enum Kind {
    /** Changes objects and calls other stages. */
    ORDINARY,
    /** The same, with fields of its own object. */
    MEMBER,
    /** Has to do with the world, and calls no stage. */
    LEAF,
    /** Works on one item of many, so that their order does not matter. */
    ITEM,
    /** Loops over items. */
    BATCH,
    /** Works in one of two threads. */
    LANE,
    /** Starts two threads. */
    CREW
  }

  /** What a stage returns. */
  public enum Result {
    NUMBER,
    ARGUMENT,
    MADE
  }

  /**
   * What its annotation says.
   *
   * @param retries further tries
   * @param rollback whether inputs are put back
   * @param cutoff whether it depends on its inputs alone
   * @param keyed whether its first object's name is its key
   */
  public record Terms(int retries, boolean rollback, boolean cutoff, boolean keyed) {
    static final Terms USUAL = new Terms(0, false, false, false);

    /** Whether what a failing stage did is undone. */
    public boolean undoes() {
      return rollback || retries > 0;
    }
  }

  /** Whether its other code has more statements. */
  boolean isExtended() {
    return !Program.none(body, Blocks.Inserted.class::isInstance);
  }

  /** The same with another body. */
  Stage with(List<Statement> other) {
    return new Stage(number, kind, terms, result, other);
  }

  @Override
  public String toString() {
    return "stage " + number + " " + kind + " " + terms + " returns " + result;
  }
}
