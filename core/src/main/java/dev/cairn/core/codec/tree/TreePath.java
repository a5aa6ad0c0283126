package dev.cairn.core.codec.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A way through a state. Written out only when it is shown: a long list of linked objects would
 * otherwise have paths of a size beyond all memory.
 */
final class TreePath {
  static final TreePath START = new TreePath(null, "");

  private static final int ENDS_SHOWN = 10;

  private final @Nullable TreePath before;
  private final String step;

  private TreePath(@Nullable TreePath before, String step) {
    this.before = before;
    this.step = step;
  }

  /** To something with a name. */
  TreePath named(String name) {
    return new TreePath(this, before == null ? name : "." + name);
  }

  /** To something in brackets. */
  TreePath in(String place) {
    return new TreePath(this, "[" + place + "]");
  }

  /** The steps in order; of very many the first and the last. */
  @Override
  public String toString() {
    Deque<String> steps = new ArrayDeque<>();
    for (TreePath path = this; path != null; path = path.before) {
      steps.addFirst(path.step);
    }
    int left = steps.size() - 2 * ENDS_SHOWN;
    StringBuilder text = new StringBuilder();
    for (int i = 0; !steps.isEmpty(); i++) {
      if (i == ENDS_SHOWN && left > ENDS_SHOWN) {
        text.append("...(").append(left).append(" more)...");
        while (steps.size() > ENDS_SHOWN) {
          steps.removeFirst();
        }
      }
      text.append(steps.removeFirst());
    }
    return text.toString();
  }
}
