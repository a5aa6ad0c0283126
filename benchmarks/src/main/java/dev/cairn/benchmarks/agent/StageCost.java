package dev.cairn.benchmarks.agent;

import dev.cairn.Checkpointed;

/**
 * Calls a stage outside any run, many times, and prints the nanoseconds that one call takes beyond
 * a method that is no stage: the best of several rounds.
 */
public final class StageCost {
  private static final int ROUNDS = 20;
  private static final int CALLS = 500_000;

  private long sum;

  private StageCost() {}

  /** Runs under {@code -javaagent:cairn.jar}. */
  public static void main(String[] arguments) {
    StageCost cost = new StageCost();
    double stage = Double.MAX_VALUE;
    double plain = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      stage = Math.min(stage, cost.stages());
      plain = Math.min(plain, cost.plains());
    }
    System.out.println(Math.round(stage - plain) + " " + (cost.sum == 0 ? "?" : ""));
  }

  private double stages() {
    long start = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      sum += stage(i, this);
    }
    return (double) (System.nanoTime() - start) / CALLS;
  }

  private double plains() {
    long start = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      sum += plain(i, this);
    }
    return (double) (System.nanoTime() - start) / CALLS;
  }

  @Checkpointed
  private static int stage(int number, StageCost context) {
    return number * 31 + (int) context.sum;
  }

  private static int plain(int number, StageCost context) {
    return number * 31 + (int) context.sum;
  }
}
