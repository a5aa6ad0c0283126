package dev.cairn.it.agent.program;

import dev.cairn.Cairn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A pipeline that calls Cairn by hand. Given {@code halt} it stops before its run is complete. */
public final class ByHand {
  private ByHand() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "worker"));
    // the worker is born outside any run: only what is wrapped is inside
    pool.submit(() -> {}).get();
    String result = Cairn.run("by-hand", "monday", () -> work(pool, arguments.length > 0));
    System.out.println(result);
    pool.shutdown();
  }

  private static String work(ExecutorService pool, boolean halt) throws Exception {
    List<String> words = new ArrayList<>();
    Cairn.stage("load", () -> load(words));
    Callable<Integer> counting = () -> Cairn.stage("count", words::size);
    Future<Integer> count = pool.submit(Cairn.wrap(counting));
    int counted = count.get();
    Runnable adding = () -> Cairn.stage("add", () -> words.add("added"));
    pool.submit(Cairn.wrap(adding)).get();
    if (halt) {
      Runtime.getRuntime().halt(9);
    }
    return words + " " + counted;
  }

  private static void load(List<String> words) {
    words.add("loaded");
    Cairn.put("rows", words.size());
  }
}
