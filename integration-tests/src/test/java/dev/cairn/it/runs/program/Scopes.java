package dev.cairn.it.runs.program;

import dev.cairn.Cairn;
import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.Unsaved;
import dev.cairn.it.crash.program.Diary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

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
      case "borrowed" -> System.out.println(scopes.borrowed("borrowed"));
      case "contexts" -> scopes.twoContexts();
      case "reused" -> scopes.reused();
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

  /** Two runs at once that share a pool and hand it their own contexts only. */
  private void twoContexts() throws Exception {
    ExecutorService pool = threads("pool");
    ExecutorService callers = threads("pool");
    CyclicBarrier both = new CyclicBarrier(2);
    try {
      Future<String> one = callers.submit(() -> withContext("one", pool, both));
      Future<String> two = callers.submit(() -> withContext("two", pool, both));
      System.out.println(one.get() + two.get());
    } finally {
      pool.shutdown();
      callers.shutdown();
    }
  }

  @Pipeline(name = "contexts")
  String withContext(String name, @Unsaved ExecutorService pool, @Unsaved CyclicBarrier both)
      throws Exception {
    Context context = new Context();
    open(context, name);
    both.await();
    pool.submit(() -> work(context)).get();
    both.await();
    return context.log.toString();
  }

  /** What a run works on. */
  static final class Context {
    final List<String> log = new ArrayList<>();
  }

  @Checkpointed
  void open(Context context, String name) {
    context.log.add(name);
  }

  @Checkpointed
  void work(Context context) {
    context.log.add("worked");
  }

  /** Two runs after each other; the pool's threads are born in the first. */
  private void reused() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2, task -> new Thread(task, "worker"));
    try {
      System.out.println(pooled("first", pool) + pooled("second", pool));
    } finally {
      pool.shutdown();
    }
  }

  @Pipeline(name = "borrowed")
  int borrowed(String name) {
    diary.note("begin " + name);
    int late = CompletableFuture.supplyAsync(() -> square(5)).join();
    int sum = IntStream.range(2, 5).parallel().map(this::square).sum();
    diary.note("returned squares");
    return late + sum;
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
