package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two stages at once that change one object, and two that do not. */
public final class Overlap {
  private final Diary diary = Diary.ofThisProgram();

  private Overlap() {}

  /** The argument says whether the stages share what they change. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(new Overlap().run(arguments[0]));
  }

  @Pipeline(name = "overlap")
  Shared run(String how) throws Exception {
    Shared shared = new Shared();
    CyclicBarrier both = new CyclicBarrier(2);
    if (how.equals("shared")) {
      inParallel(() -> setLeft(shared, both), () -> setRight(shared, both));
    } else {
      inParallel(() -> add(shared.left, "left", both), () -> add(shared.right, "right", both));
    }
    diary.note("returned both");
    finish(shared);
    diary.note("returned finish");
    return shared;
  }

  private static void inParallel(Callable<Void> one, Callable<Void> two) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2, task -> new Thread(task, "worker"));
    try {
      for (Future<Void> done : pool.invokeAll(List.of(one, two))) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  @Checkpointed
  Void setLeft(Shared shared, CyclicBarrier both) throws Exception {
    diary.note("begin left");
    both.await();
    shared.leftSet = "left";
    both.await();
    return null;
  }

  @Checkpointed
  Void setRight(Shared shared, CyclicBarrier both) throws Exception {
    diary.note("begin right");
    both.await();
    shared.rightSet = "right";
    both.await();
    return null;
  }

  @Checkpointed
  Void add(List<String> list, String text, CyclicBarrier both) throws Exception {
    diary.note("begin add " + text);
    both.await();
    list.add(text);
    both.await();
    return null;
  }

  @Checkpointed
  void finish(Shared shared) {
    diary.note("begin finish");
    shared.left.add("finished");
  }

  /** What the stages work on. */
  static final class Shared {
    private final List<String> left = new ArrayList<>();
    private final List<String> right = new ArrayList<>();
    private String leftSet = "";
    private String rightSet = "";

    @Override
    public String toString() {
      return left + " " + right + " " + leftSet + " " + rightSet;
    }
  }
}
