package dev.cairn.core.engine.programs.language;

/** What a program throws. */
public final class ProgramFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int amount;

  ProgramFailure(int amount) {
    super("the program fails by " + amount, null, false, false);
    this.amount = amount;
  }

  int amount() {
    return amount;
  }
}
