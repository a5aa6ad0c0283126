package dev.cairn.it.crash.program;

import dev.cairn.Unsaved;

/** The same with a lie: it says that its total is no state. A comparison that bites finds it. */
final class ForgetfulTally implements Tally {
  @Unsaved private int total;

  @Override
  public void add(int number) {
    total += number;
  }

  @Override
  public int total() {
    return total;
  }
}
