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

  /** The stages' names, outermost first: {@code Report.build > Report.chart}. */
  @Override
  public String toString() {
    return keys.stream().map(CallKey::stage).collect(Collectors.joining(" > "));
  }
}
