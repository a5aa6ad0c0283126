package dev.cairn.it.runs.program;

import dev.cairn.Cairn;
import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Stages on all kinds of threads, in one run, in two, and in none. */
public final class Scopes {
  private final Diary diary = Diary.ofThisProgram();

  private Scopes() {}

  /** The argument says what is tried. */
  public static void main(String[] arguments) throws Exception {
    Scopes scopes = new Scopes();
    switch (arguments[0]) {
      case "outside" -> System.out.println(scopes.square(3) + scopes.square(4));
      case "inside" -> System.out.println(scopes.outer("inside"));
      case "two" -> scopes.twoRuns();
      case "twice" -> scopes.twice();
      default -> System.out.println(scopes.on(threads(arguments[0]), arguments[0]));
    }
  }

  /** Threads that are there before the run is. */
  private static ExecutorService threads(String kind) throws Exception {
    if (kind.equals("virtual")) {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
    ExecutorService pool = Executors.newFixedThreadPool(2, task -> new Thread(task, "worker"));
    pool.submit(() -> {}).get();
    return pool;
  }

  private int on(ExecutorService threads, String name) throws Exception {
    try {
      return pooled(name, threads);
    } finally {
      threads.shutdown();
    }
  }

  @Pipeline(name = "pooled")
  int pooled(String name, ExecutorService threads) throws Exception {
    List<Callable<Integer>> tasks = List.of(() -> square(2), () -> square(3), () -> square(4));
    int sum = 0;
    for (Future<Integer> square : threads.invokeAll(tasks)) {
      sum += square.get();
    }
    diary.note("returned squares");
    return sum;
  }

  @Checkpointed
  int square(int number) {
    diary.note("begin square " + number);
    return number * number;
  }

  @Pipeline(name = "outer")
  int outer(String name) {
    int result = inner(5) + 1;
    diary.note("returned inner");
    return result;
  }

  @Pipeline(name = "inner")
  int inner(int number) {
    diary.note("begin inner");
    return square(number) + square(number + 1);
  }

  /** Two runs at once that share a pool, each handing itself over. */
  private void twoRuns() throws Exception {
    ExecutorService pool = threads("pool");
    ExecutorService callers = threads("pool");
    CyclicBarrier both = new CyclicBarrier(2);
    try {
      Future<Integer> one = callers.submit(() -> sharing("one", pool, both));
      Future<Integer> two = callers.submit(() -> sharing("two", pool, both));
      System.out.println(one.get() + two.get());
    } finally {
      pool.shutdown();
      callers.shutdown();
    }
  }

  @Pipeline(name = "sharing")
  int sharing(String name, ExecutorService pool, CyclicBarrier both) throws Exception {
    both.await();
    int handed = pool.submit(Cairn.wrap((Callable<Integer>) () -> square(name.length()))).get();
    int lost = pool.submit(() -> cube(2)).get();
    both.await();
    return handed + lost;
  }

  @Checkpointed
  int cube(int number) {
    return number * number * number;
  }

  /** Two threads that want the same run. */
  private void twice() throws Exception {
    ExecutorService callers = threads("pool");
    CountDownLatch bothIn = new CountDownLatch(2);
    try {
      Future<Integer> one = callers.submit(() -> meeting("same", bothIn));
      Future<Integer> two = callers.submit(() -> meeting("same", bothIn));
      System.out.println(one.get() + two.get());
    } finally {
      callers.shutdown();
    }
  }

  @Pipeline(name = "meeting")
  int meeting(String name, CountDownLatch bothIn) throws InterruptedException {
    bothIn.countDown();
    bothIn.await();
    return square(6);
  }
}
