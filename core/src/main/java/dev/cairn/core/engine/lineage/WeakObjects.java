package dev.cairn.core.engine.lineage;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of objects, by their identity, for as long as they live. For one thread. */
final class WeakObjects<V> {
  private final Map<Object, V> values = new HashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** An object by its identity, also when it is gone. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      this.hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Asked asked && refersTo(asked.object()));
    }
  }

  /** An object that is asked for. */
  private record Asked(Object object) {
    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.refersTo(object);
    }
  }

  @Nullable V get(Object object) {
    return values.get(new Asked(object));
  }

  Optional<V> find(Object object) {
    return Optional.ofNullable(get(object));
  }

  void put(Object object, V value) {
    for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
      values.remove(key);
    }
    Asked asked = new Asked(object);
    if (values.containsKey(asked)) {
      values.replace(asked, value);
    } else {
      values.put(new Key(object, gone), value);
    }
  }
}
