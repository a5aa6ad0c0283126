package dev.cairn.it.crash.program;

/** The state that the result needs. */
final class SavedTally implements Tally {
  private int total;

  @Override
  public void add(int number) {
    total += number;
  }

  @Override
  public int total() {
    return total;
  }
}
