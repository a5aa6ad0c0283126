package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.io.IOException;

/**
 * A run of numbered steps. With {@code -Dgate=N} the body of step N says that it is there and waits
 * for a line of standard input.
 */
public final class Steps {
  private final Diary diary = Diary.ofThisProgram();
  private long sum;

  private Steps() {}

  /** Arguments: the run's key, and how many steps it has. */
  public static void main(String[] arguments) throws IOException {
    long sum = new Steps().run(arguments[0], Integer.parseInt(arguments[1]));
    System.out.println("sum " + sum);
  }

  @Pipeline(name = "steps")
  long run(@Key String key, int count) throws IOException {
    for (int number = 1; number <= count; number++) {
      step(number);
      diary.note("returned step " + number);
    }
    return sum;
  }

  @Checkpointed(name = "step")
  void step(int number) throws IOException {
    diary.note("begin step " + number);
    if (number == Integer.getInteger("gate", -1)) {
      System.out.println("at the gate");
      System.in.read();
    }
    sum = sum * 10 + number;
    diary.note("end step " + number);
  }
}
