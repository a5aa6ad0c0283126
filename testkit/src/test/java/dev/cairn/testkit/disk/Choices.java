package dev.cairn.testkit.disk;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/** What chance decides in a power cut: one choice after the other, always in the same order. */
public final class Choices {
  private final IntUnaryOperator choosing;
  private final StringBuilder told = new StringBuilder();
  private long combinations = 1;

  private Choices(IntUnaryOperator choosing) {
    this.choosing = choosing;
  }

  /** Everything is found as it was. */
  public static Choices keeping() {
    return new Choices(options -> 0);
  }

  /** Nothing is found that was not durable. */
  public static Choices losing() {
    return new Choices(options -> options - 1);
  }

  /** Any. */
  public static Choices random(RandomGenerator random) {
    return new Choices(random::nextInt);
  }

  /** The n-th combination of all. */
  public static Choices number(long combination) {
    long[] rest = {combination};
    return new Choices(
        options -> {
          int chosen = (int) (rest[0] % options);
          rest[0] /= options;
          return chosen;
        });
  }

  <T> T of(List<T> options, String what) {
    int chosen = options.size() == 1 ? 0 : choosing.applyAsInt(options.size());
    if (options.size() > 1) {
      combinations *= options.size();
      told.append(what).append(' ').append(chosen).append('\n');
    }
    return options.get(chosen);
  }

  /** How many there are, if all are made as these were. */
  public long combinations() {
    return combinations;
  }

  @Override
  public String toString() {
    return told.toString();
  }
}
