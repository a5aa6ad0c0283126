package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Stages that are waited for: between two tries, or for a result that comes later. */
public final class Waiting {
  private final Diary diary = Diary.ofThisProgram();
  private final CountDownLatch thrown = new CountDownLatch(1);

  private Waiting() {}

  /** The argument says what for. */
  public static void main(String[] arguments) throws Exception {
    Waiting waiting = new Waiting();
    switch (arguments[0]) {
      case "interrupted" -> waiting.interrupted();
      case "shut-down" -> waiting.shutDown();
      default -> System.out.println(waiting.asking("question"));
    }
  }

  private void interrupted() throws InterruptedException {
    Thread worker = start();
    worker.interrupt();
    worker.join();
  }

  /** The program waits for its worker before it lets the JVM go. */
  private void shutDown() throws InterruptedException {
    Thread worker = start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> join(worker), "goodbye"));
    System.exit(0);
  }

  private static void join(Thread worker) {
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A worker that waits for its second try. */
  private Thread start() throws InterruptedException {
    Thread worker = new Thread(this::work, "worker");
    worker.start();
    thrown.await();
    while (worker.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return worker;
  }

  private void work() {
    List<String> lines = new ArrayList<>(List.of("start"));
    try {
      trying("trying", lines);
    } catch (IllegalStateException e) {
      boolean interrupted = Thread.currentThread().isInterrupted();
      System.out.println(lines + " " + e.getMessage() + (interrupted ? ", interrupted" : ""));
    }
  }

  @Pipeline(name = "trying")
  void trying(String name, List<String> lines) {
    fail(lines);
  }

  @Checkpointed(retries = 5, backoff = "1h")
  void fail(List<String> lines) {
    lines.add("half");
    thrown.countDown();
    throw new IllegalStateException("failed");
  }

  @Pipeline(name = "asking")
  String asking(String question) {
    CompletableFuture<String> first = ask(question);
    CompletableFuture<String> second = ask("another " + question);
    String answers = first.join() + ", " + second.join();
    diary.note("returned answers");
    return answers;
  }

  @Checkpointed
  CompletableFuture<String> ask(String question) {
    return CompletableFuture.supplyAsync(() -> answer(question));
  }

  private String answer(String question) {
    diary.note("begin " + question);
    return "answer to " + question;
  }
}
