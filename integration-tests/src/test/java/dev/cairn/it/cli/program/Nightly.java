package dev.cairn.it.cli.program;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Loads and parses lines in place, and prints their number; told to wait, it waits before that. */
public final class Nightly {
  private Nightly() {}

  /**
   * Runs once.
   *
   * @param args the date, and {@code wait} or nothing
   */
  public static void main(String[] args) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    report(args[0], lines, args.length > 1);
    System.out.println(lines.size());
  }

  @Pipeline(name = "nightly-report")
  static void report(@Key String date, List<String> lines, boolean waits)
      throws InterruptedException {
    load(date, lines);
    parse(lines);
    if (waits) {
      System.out.println("waiting");
      new CountDownLatch(1).await();
    }
  }

  @Checkpointed
  static void load(String date, List<String> lines) {
    for (int i = 0; i < 1_000; i++) {
      lines.add(date + " " + i);
    }
  }

  @Checkpointed
  static void parse(List<String> lines) {
    lines.replaceAll(line -> line.substring(line.indexOf(' ') + 1));
  }
}
