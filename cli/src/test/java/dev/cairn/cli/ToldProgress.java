package dev.cairn.cli;

import dev.cairn.core.event.Progress;
import java.util.ArrayList;
import java.util.List;

/** Remembers how far work was said to be: {@code deleting runs: 2 of 2}. For one thread. */
final class ToldProgress implements Progress {
  private final List<String> told = new ArrayList<>();

  List<String> told() {
    return told;
  }

  @Override
  public Work begin(Task task) {
    return new Work() {
      private long done;

      @Override
      public void advance(long by) {
        done += by;
      }

      @Override
      public void now(String what) {
        told.add(task.doing() + ": " + what);
      }

      @Override
      public void close() {
        told.add(task.doing() + " " + task.what() + ": " + done + " of " + task.total());
      }
    };
  }
}
