package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A run with a small state, then a large one, then small ones. */
public final class Pages {
  private static final int LARGE_BYTES = 1 << 20;

  private final Diary diary = Diary.ofThisProgram();

  private Pages() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    System.out.println(new Pages().run("pages"));
  }

  @Pipeline(name = "pages")
  String run(String key) {
    List<String> log = new ArrayList<>();
    List<byte[]> pages = new ArrayList<>();
    note(log, key);
    fill(pages);
    note(log, "filled");
    note(log, "read");
    diary.note("returned read");
    return log + " " + Arrays.hashCode(pages.get(0));
  }

  @Checkpointed
  void note(List<String> log, String text) {
    diary.note("begin note " + text);
    log.add(text);
  }

  @Checkpointed
  void fill(List<byte[]> pages) {
    diary.note("begin fill");
    byte[] page = new byte[LARGE_BYTES];
    new Random(1).nextBytes(page);
    pages.add(page);
  }
}
