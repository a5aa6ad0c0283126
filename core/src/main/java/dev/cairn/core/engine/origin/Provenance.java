package dev.cairn.core.engine.origin;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * To which open run objects belong: to the one whose calls were given or returned them. What calls
 * of two open runs have had proves nothing, nor does what may be shared by nature, such as a
 * string, an enum constant or an empty list. Objects are told apart by identity and held weakly.
 * Thread-safe.
 *
 * @param <R> runs, told apart by equals
 */
public final class Provenance<R> {
  private static final Object SHARED = new Object();

  private final Map<Object, Object> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** A call of an open run was given, or returned, an object. */
  public void met(R run, @Nullable Object object) {
    if (object == null || !isOneOfAKind(object)) {
      return;
    }
    expunge();
    Object before = known.get(new Sought(object));
    if (before == null) {
      before = known.putIfAbsent(new Held(object, collected), run);
    }
    if (before != null && before != SHARED && !before.equals(run)) {
      known.replace(new Sought(object), SHARED);
    }
  }

  /**
   * The run of a call: the one to which all of its arguments belong that can tell.
   *
   * @return empty where no argument can tell, one is unknown, or they tell different things
   */
  @SuppressWarnings("unchecked") // what is not shared is a run
  public Optional<R> of(@Nullable Object[] arguments) {
    Object only = null;
    for (Object argument : arguments) {
      if (argument == null || !isOneOfAKind(argument)) {
        continue;
      }
      Object run = known.get(new Sought(argument));
      if (run == null || run == SHARED || (only != null && !only.equals(run))) {
        return Optional.empty();
      }
      only = run;
    }
    return Optional.ofNullable((R) only);
  }

  /** A run is open no more: nothing belongs to it any longer. */
  public void forget(R run) {
    expunge();
    known.values().removeIf(run::equals);
  }

  /** How many objects are known. */
  int size() {
    return known.size();
  }

  private void expunge() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      known.remove(gone);
    }
  }

  /** Whether it is an object that somebody made for a purpose, and not a value or a constant. */
  private static boolean isOneOfAKind(Object object) {
    Class<?> type = object.getClass();
    if (type.isArray()) {
      return Array.getLength(object) > 0;
    }
    if (object instanceof Enum || type.isHidden()) {
      return false;
    }
    return type.getName().startsWith("java.")
        ? isMutableContainer(object, type.getName())
        : type.getClassLoader() != null;
  }

  private static boolean isMutableContainer(Object object, String name) {
    boolean container = object instanceof Collection || object instanceof Map;
    return container
        && !name.startsWith("java.util.ImmutableCollections")
        && !name.startsWith("java.util.Collections$");
  }

  /** A key in the map. */
  private static final class Held extends WeakReference<Object> {
    private final int hash;

    Held(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      Object object = get();
      return this == other
          || (object != null && other instanceof Held held && held.get() == object);
    }
  }

  /** The same key, to look it up. */
  private static final class Sought {
    private final Object object;

    Sought(Object object) {
      this.object = object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Held held && held.get() == object;
    }
  }
}
