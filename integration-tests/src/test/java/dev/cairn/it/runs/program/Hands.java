package dev.cairn.it.runs.program;

import dev.cairn.Cairn;
import dev.cairn.it.crash.program.Diary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The annotations' meaning, by hand. */
public final class Hands {
  private Hands() {}

  /** The argument is the run's key. */
  public static void main(String[] arguments) throws Exception {
    Diary diary = Diary.ofThisProgram();
    List<String> report = Cairn.run("hands", arguments[0], () -> run(diary));
    System.out.println(report);
  }

  private static List<String> run(Diary diary) throws Exception {
    List<String> lines = new ArrayList<>();
    Cairn.stage("load", () -> load(lines, diary));
    diary.note("returned load");
    int count =
        Cairn.stage(
            "count",
            () -> {
              diary.note("begin count");
              Cairn.put("lines", lines.size());
              return lines.size();
            });
    diary.note("returned count");
    lines.add("counted " + count);
    List<String> more = elsewhere(diary, count);
    diary.note("returned elsewhere");
    lines.addAll(more);
    return lines;
  }

  private static void load(List<String> lines, Diary diary) {
    diary.note("begin load");
    lines.add("one");
    lines.add("two");
  }

  private static List<String> elsewhere(Diary diary, int count) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "elsewhere"));
    try {
      Callable<List<String>> task = () -> Cairn.stage("elsewhere", () -> made(diary, count));
      return pool.submit(Cairn.wrap(task)).get();
    } finally {
      pool.shutdown();
    }
  }

  private static List<String> made(Diary diary, int count) {
    diary.note("begin elsewhere");
    return new ArrayList<>(List.of("made " + count + " on " + Thread.currentThread().getName()));
  }
}
