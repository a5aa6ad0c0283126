package dev.cairn.core.graph.type;

import dev.cairn.core.graph.kind.Kind;
import org.jspecify.annotations.Nullable;

/** Kinds, with the ones at hand that were asked for lately: most objects are of a few classes. */
public final class KnownKinds {
  private static final int SIZE = 256;

  private final Kinds kinds;
  private final @Nullable Object[] types = new @Nullable Object[SIZE];
  private final @Nullable Kind[] known = new @Nullable Kind[SIZE];

  /** Knows none yet. For one thread. */
  public KnownKinds(Kinds kinds) {
    this.kinds = kinds;
  }

  /** The kinds of all classes. */
  public Kinds all() {
    return kinds;
  }

  /** The kind of an object. */
  public Kind of(Object object) {
    Class<?> type = object.getClass();
    int at = type.hashCode() & (SIZE - 1);
    Kind kind = known[at];
    return types[at] == type && kind != null ? kind : find(type, at);
  }

  private Kind find(Class<?> type, int at) {
    Kind kind = kinds.of(type);
    types[at] = type;
    known[at] = kind;
    return kind;
  }
}
