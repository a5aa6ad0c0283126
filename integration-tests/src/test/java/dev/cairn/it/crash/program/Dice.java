package dev.cairn.it.crash.program;

/** A random generator whose state is in mid-sequence when a stage begins. */
final class Dice {
  private long state;

  Dice(long seed) {
    state = seed;
  }

  int next(int bound) {
    state = state * 6364136223846793005L + 1442695040888963407L;
    return (int) ((state >>> 33) % bound);
  }
}
