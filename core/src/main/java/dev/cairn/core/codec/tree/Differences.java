package dev.cairn.core.codec.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * In what two states differ.
 *
 * @param shown the first of them, in the order of the first state
 * @param total how many there are
 */
public record Differences(List<Difference> shown, long total) {

  /** Whether there is none. */
  public boolean isEmpty() {
    return total == 0;
  }

  /** Takes them one by one and keeps so many. For one thread. */
  static final class Collector {
    private final int atMost;
    private final List<Difference> kept = new ArrayList<>();
    private long total;

    Collector(int atMost) {
      this.atMost = atMost;
    }

    void add(TreePath path, Difference.Kind kind, String before, String after) {
      if (total++ < atMost) {
        kept.add(new Difference(path.toString(), kind, before, after));
      }
    }

    Differences finish() {
      return new Differences(List.copyOf(kept), total);
    }
  }
}
