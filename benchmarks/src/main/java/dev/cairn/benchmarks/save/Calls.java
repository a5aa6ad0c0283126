package dev.cairn.benchmarks.save;

import dev.cairn.Cairn;
import dev.cairn.Checkpointed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Calls of a stage under the agent, in a run and outside any. */
@State(Scope.Benchmark)
public class Calls {
  private static final int CALLS = 20;

  private int runs;

  /** A method that is no stage. */
  @Benchmark
  public int plain(Subject subject) {
    return plain(subject, runs);
  }

  private static int plain(Subject subject, int number) {
    return number * 31 + subject.changed;
  }

  /** The same method as a stage, outside any run. */
  @Benchmark
  public int outside(Subject subject) {
    return stage(subject, runs);
  }

  @Checkpointed
  private static int stage(Subject subject, int number) {
    return number * 31 + subject.changed;
  }

  /** A stage that changes its state, in a run: durable when it returns. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void inside(Subject subject) {
    runs++;
    Cairn.run("calls", runs, () -> calls(subject.root(), subject.changed));
  }

  private static void calls(Object root, int percent) {
    for (int i = 0; i < CALLS; i++) {
      changing(root, percent);
    }
  }

  @Checkpointed
  private static void changing(Object root, int percent) {
    Subject.change(root, percent);
  }
}
