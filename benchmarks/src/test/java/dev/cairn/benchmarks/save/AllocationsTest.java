package dev.cairn.benchmarks.save;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the steps of a save to what they allocate, which unlike time is the same on every machine:
 * so many bytes for each byte of the encoded state. The budgets are a sixth above what was
 * measured; whoever needs more changes them here, and says why.
 */
final class AllocationsTest {
  private static final int ROUNDS = 5;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Steps steps = new Steps();

  @BeforeEach
  void prepare() {
    Subject subject = new Subject();
    subject.graph = "500";
    subject.make();
    steps.prepare(subject);
  }

  @AfterEach
  void leave() {
    steps.leave();
  }

  @ParameterizedTest
  @CsvSource({"walk, 3.4", "encode, 8.5", "decode, 6.2", "delta, 3.1", "seal, 3.3"})
  void aStepAllocatesNoMoreThanItsBudget(String step, double budget) throws Exception {
    double share = allocated(() -> perform(step));

    assertThat(share).as("bytes allocated per byte of the state by %s", step).isLessThan(budget);
  }

  @ParameterizedTest
  @CsvSource({"walk, 3.4", "encode, 8.5", "decode, 6.2", "delta, 3.1", "seal, 3.3"})
  void copiesOfTheStateAreSeen(String step, double budget) throws Exception {
    double share =
        allocated(
            () -> {
              for (int copies = 0; copies < budget; copies++) {
                steps.encoded().toBytes();
              }
              return perform(step);
            });

    assertThat(share).as("bytes allocated per byte of the state by %s", step).isGreaterThan(budget);
  }

  private Object perform(String step) {
    Object made =
        switch (step) {
          case "walk" -> steps.walk();
          case "encode" -> steps.encode();
          case "decode" -> steps.decode();
          case "delta" -> steps.delta();
          case "seal" -> steps.seal();
          default -> throw new IllegalArgumentException(step);
        };
    if (made == null) {
      throw new IllegalStateException("nothing came of " + step);
    }
    return made;
  }

  /** The least of some rounds: what happens once only, such as loading classes, is not counted. */
  private double allocated(Callable<Object> step) throws Exception {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      step.call();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return (double) least / steps.encoded().sizeBytes();
  }
}
