package dev.cairn.it.agent.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.util.ArrayList;
import java.util.List;

/**
 * A pipeline one of whose stages ends as no stage should. With {@code -Dhealthy=true} it ends well.
 */
public final class OddEnds {
  private static final int SMALL_STACK_BYTES = 320 << 10;
  private static final int FRAMES_BETWEEN_STAGES = 12;

  private final Diary diary = Diary.ofThisProgram();

  private OddEnds() {}

  /** The argument says how the stage ends. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(new OddEnds().run(arguments[0]));
  }

  @Pipeline(name = "odd-ends")
  List<String> run(String how) throws Exception {
    List<String> log = new ArrayList<>();
    append(log, "first");
    end(log, how);
    append(log, "last");
    diary.note("returned last");
    return log;
  }

  private void end(List<String> log, String how) throws Exception {
    switch (how) {
      case "exit" -> exit(log);
      case "error" -> error(log);
      case "memory" -> memory(log);
      case "caught" -> caught(log);
      default -> overflow(log);
    }
  }

  @Checkpointed
  void append(List<String> log, String text) {
    diary.note("begin append " + text);
    log.add(text);
  }

  @Checkpointed
  void exit(List<String> log) {
    log.add("about to exit");
    if (isSick()) {
      System.exit(3);
    }
  }

  @Checkpointed
  void error(List<String> log) {
    log.add("about to fail");
    if (isSick()) {
      throw new AssertionError("no stage should");
    }
  }

  @Checkpointed
  void memory(List<String> log) {
    log.add("about to fill the heap");
    if (isSick()) {
      fillTheHeap();
    }
  }

  private static boolean isSick() {
    return !Boolean.getBoolean("healthy");
  }

  private static void fillTheHeap() {
    Object[] heap = {};
    while (true) {
      heap = new Object[] {heap, new long[1 << 20]};
    }
  }

  private void caught(List<String> log) {
    try {
      memory(log);
    } catch (OutOfMemoryError e) {
      log.add("went on without memory");
    }
  }

  /** On threads with small stacks, each of which ends at another place in the code. */
  private static void overflow(List<String> log) throws InterruptedException {
    for (int more = 0; more < 4; more++) {
      int frames = FRAMES_BETWEEN_STAGES + more;
      Thread thread = new Thread(null, () -> descend(log, frames), "small", SMALL_STACK_BYTES);
      thread.start();
      thread.join();
    }
  }

  private static void descend(List<String> log, int frames) {
    try {
      nested(log, frames, 0);
    } catch (StackOverflowError e) {
      log.add("overflowed");
    }
  }

  @Checkpointed
  static int nested(List<String> log, int frames, int depth) {
    return descendOn(log, frames, depth, frames) + 1;
  }

  private static int descendOn(List<String> log, int frames, int depth, int left) {
    return left == 0
        ? nested(log, frames, depth + 1) + 1
        : descendOn(log, frames, depth, left - 1) + 1;
  }
}
