package dev.cairn.core.graph.number;

import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.type.KnownKinds;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of numbered objects, found for several at a time: so that the objects come from memory side
 * by side rather than one after the other. For one thread.
 */
public final class KindsAhead {
  private static final int AT_ONCE = 32;

  private final KnownKinds kinds;
  private final Paths.Found objects;
  private final @Nullable Kind[] ahead = new @Nullable Kind[AT_ONCE];
  private int from;
  private int to;

  /** Of some numbered objects. */
  public KindsAhead(KnownKinds kinds, Paths.Found objects) {
    this.kinds = kinds;
    this.objects = objects;
  }

  /**
   * The kind of an object.
   *
   * @param size how many objects have a number now
   */
  public Kind of(int number, int size) {
    Kind kind = number >= from && number < to ? ahead[number - from] : null;
    return kind == null ? look(number, size) : kind;
  }

  private Kind look(int number, int size) {
    from = number;
    to = Math.min(size, number + AT_ONCE);
    for (int next = from; next < to; next++) {
      ahead[next - from] = kinds.of(objects.object(next));
    }
    return kinds.of(objects.object(number));
  }
}
