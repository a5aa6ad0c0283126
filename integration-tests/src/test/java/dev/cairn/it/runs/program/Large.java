package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.util.ArrayList;
import java.util.List;

/** A state of large arrays, in a heap that has no room for a second one. */
public final class Large {
  private static final int LONGS = 1 << 20;

  private final Diary diary = Diary.ofThisProgram();

  private Large() {}

  /** Argument: how many arrays of 8 MiB. */
  public static void main(String[] arguments) {
    System.out.println(new Large().run(Integer.parseInt(arguments[0])));
  }

  @Pipeline(name = "large")
  long run(int arrays) {
    List<long[]> columns = new ArrayList<>();
    fill(columns, arrays);
    diary.note("returned fill");
    change(columns);
    diary.note("returned change");
    long sum = 0;
    for (long[] column : columns) {
      for (long value : column) {
        sum = 31 * sum + value;
      }
    }
    return sum;
  }

  @Checkpointed
  void fill(List<long[]> columns, int arrays) {
    diary.note("begin fill");
    for (int i = 0; i < arrays; i++) {
      long[] column = new long[LONGS];
      for (int j = 0; j < LONGS; j++) {
        column[j] = (long) i * j + j;
      }
      columns.add(column);
    }
  }

  @Checkpointed
  void change(List<long[]> columns) {
    diary.note("begin change");
    columns.get(1)[17] = -1;
  }
}
