package dev.cairn.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call with the calls that enclose it, outermost first.
 *
 * @param keys never empty but for {@link #ROOT}, which stands for the run itself
 */
public record CallPath(List<CallKey> keys) {
  /** The parent of a run's outermost calls. */
  public static final CallPath ROOT = new CallPath(List.of());

  private static final int SHOWN = 4;

  public CallPath {
    keys = List.copyOf(keys);
  }

  /** This path with one more call inside. */
  public CallPath child(CallKey key) {
    List<CallKey> longer = new ArrayList<>(keys);
    longer.add(key);
    return new CallPath(longer);
  }

  /** The enclosing call's path. */
  public CallPath parent() {
    return new CallPath(keys.subList(0, keys.size() - 1));
  }

  /** The call itself. */
  public CallKey last() {
    return keys.get(keys.size() - 1);
  }

  /**
   * The stages' names, outermost first: {@code Report.build > Report.chart}. Of a deep path the
   * outermost and the innermost ones, and how many stand between them.
   */
  @Override
  public String toString() {
    if (keys.size() <= 2 * SHOWN) {
      return names(keys);
    }
    int last = keys.size() - SHOWN;
    // Deep paths are told near the end of the stack, where no call site must be linked anew.
    return new StringBuilder(names(keys.subList(0, SHOWN)))
        .append(" > (")
        .append(last - SHOWN)
        .append(" more) > ")
        .append(names(keys.subList(last, keys.size())))
        .toString();
  }

  private static String names(List<CallKey> keys) {
    return keys.stream().map(CallKey::stage).collect(Collectors.joining(" > "));
  }
}
