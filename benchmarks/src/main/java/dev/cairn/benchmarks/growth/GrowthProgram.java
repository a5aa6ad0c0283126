package dev.cairn.benchmarks.growth;

import dev.cairn.Cairn;
import dev.cairn.Checkpointed;
import dev.cairn.benchmarks.work.Dossier;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A program under the agent that prints, in lines of a name and a number, what took how long.
 * Arguments: {@code calls N KB PERCENT HALT}, {@code runs N} or {@code threads N CALLS}.
 */
public final class GrowthProgram {
  private static final int CALLS_OF_A_RUN = 3;
  private static final int WARM = 200;

  private GrowthProgram() {}

  /** Runs under {@code -javaagent:cairn.jar} or without. */
  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[1]);
    switch (arguments[0]) {
      case "calls" ->
          calls(
              count,
              Integer.parseInt(arguments[2]),
              Integer.parseInt(arguments[3]),
              Boolean.parseBoolean(arguments[4]));
      case "runs" -> runs(count);
      case "threads" -> threads(count, Integer.parseInt(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void print(String name, long number) {
    System.out.println(name + " " + number);
  }

  private static void calls(int count, int kilobytes, int percent, boolean halt) {
    Dossier state = Dossier.of(kilobytes);
    Cairn.run("calls", 1, () -> calls(count, state, percent, halt));
    print("checksum", state.checksum());
  }

  private static void calls(int count, Dossier state, int percent, boolean halt) {
    long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
    long begun = System.nanoTime();
    long body = 0;
    for (int number = 0; number < count; number++) {
      body += change(percent, state);
    }
    print("uptime", uptime);
    print("body", body);
    print("loop", System.nanoTime() - begun);
    print("heap", usedHeap());
    print("classes", ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    if (halt) {
      System.out.flush();
      Runtime.getRuntime().halt(0);
    }
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Checkpointed
  private static long change(int percent, Dossier state) {
    long begun = System.nanoTime();
    state.change(percent);
    return System.nanoTime() - begun;
  }

  /** Each run on its own, each time ten times as many have been made. */
  private static void runs(int count) {
    Dossier state = Dossier.of(1);
    int next = 1;
    for (int number = 1; number <= count; number++) {
      long begun = System.nanoTime();
      int key = number;
      Cairn.run("runs", key, () -> calls(state));
      long nanos = System.nanoTime() - begun;
      if (number == next) {
        print("run", nanos);
        next *= 10;
      }
    }
  }

  private static void calls(Dossier state) {
    for (int number = 0; number < CALLS_OF_A_RUN; number++) {
      change(100, state);
    }
  }

  private static void threads(int count, int calls) {
    ExecutorService executor =
        Executors.newFixedThreadPool(count, task -> new Thread(task, "stages"));
    try {
      Cairn.run("warm", count, () -> together(executor, 1, WARM));
      long begun = System.nanoTime();
      Cairn.run("threads", count, () -> together(executor, count, calls));
      print("loop", System.nanoTime() - begun);
    } finally {
      executor.shutdown();
    }
  }

  private static void together(ExecutorService executor, int count, int calls) {
    CompletableFuture<?>[] tasks = new CompletableFuture<?>[count];
    for (int thread = 0; thread < count; thread++) {
      int part = thread;
      Runnable task = Cairn.wrap(() -> part(part, calls / count));
      tasks[thread] = CompletableFuture.runAsync(task, executor);
    }
    CompletableFuture.allOf(tasks).join();
  }

  private static void part(int part, int calls) {
    Dossier state = Dossier.of(1);
    for (int number = 0; number < calls; number++) {
      changePart(part, number, state);
    }
  }

  @Checkpointed
  private static void changePart(int part, int number, Dossier state) {
    state.change(part + number + 1);
  }
}
