package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.Unsaved;
import dev.cairn.it.crash.program.Diary;
import dev.cairn.it.crash.program.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Stages that throw, and programs that go on nevertheless. */
public final class Trouble {
  private final Diary diary = Diary.ofThisProgram();
  private int tries;

  private Trouble() {}

  /** The argument says how the program deals with failures. */
  public static void main(String[] arguments) {
    List<Line> lines = new ArrayList<>(List.of(new Line("start")));
    Trouble trouble = new Trouble();
    switch (arguments[0]) {
      case "caught" -> trouble.catching("caught", lines);
      case "retried" -> trouble.retrying("retried", lines);
      case "undone" -> trouble.undoing("undone", lines);
      default -> again(lines);
    }
    System.out.println(lines + " tries " + trouble.tries);
  }

  /** Calls a pipeline once more, with new objects, after it has failed. */
  private static void again(List<Line> lines) {
    try {
      new Trouble().failing("again", new ArrayList<>(List.of(new Line("start"))), true);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
    new Trouble().failing("again", lines, false);
  }

  @Pipeline(name = "failing")
  void failing(String name, List<Line> lines, @Unsaved boolean fails) {
    append(lines, "first");
    if (fails) {
      throw new IllegalStateException("the pipeline fails");
    }
    append(lines, "second");
  }

  @Pipeline(name = "catching")
  void catching(String name, List<Line> lines) {
    append(lines, "first");
    try {
      breakOff(lines);
    } catch (IllegalStateException e) {
      lines.add(new Line(e.getMessage()));
    }
    append(lines, "last");
    diary.note("returned last");
  }

  @Pipeline(name = "retrying")
  void retrying(String name, List<Line> lines) {
    failTwice(lines, lines.get(0));
    append(lines, "last");
    diary.note("returned last");
  }

  @Pipeline(name = "undoing")
  void undoing(String name, List<Line> lines) {
    try {
      undone(lines, lines.get(0));
    } catch (IllegalStateException e) {
      append(lines, "caught");
    }
    append(lines, "last");
    diary.note("returned last");
  }

  @Checkpointed
  void append(List<Line> lines, String text) {
    diary.note("begin append " + text);
    lines.add(new Line(text));
    lines.get(0).append("+");
  }

  @Checkpointed
  void breakOff(List<Line> lines) {
    diary.note("begin break off");
    lines.get(0).append(" half");
    tries++;
    throw new IllegalStateException("broken off");
  }

  @Checkpointed(retries = 2, backoff = "1ms")
  void failTwice(List<Line> lines, Line first) {
    diary.note("begin fail twice");
    first.append(" tried");
    lines.add(first);
    lines = null;
    tries++;
    if (World.CALLS.incrementAndGet() < 3) {
      throw new IllegalStateException("not yet");
    }
  }

  @Checkpointed(rollback = true)
  void undone(List<Line> lines, Line first) {
    diary.note("begin undone");
    first.append(" half");
    lines.clear();
    tries++;
    throw new IllegalStateException("undone");
  }

  /** What is outside of all state. */
  private static final class World {
    static final AtomicInteger CALLS = new AtomicInteger();
  }
}
