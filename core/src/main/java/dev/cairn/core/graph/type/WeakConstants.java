package dev.cairn.core.graph.type;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Constants by the identity of what they hold. Keeps neither objects nor classes alive. For one
 * thread at a time.
 */
final class WeakConstants {
  private final Map<Object, List<Weak>> constants = new HashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** A constant whose class may go. */
  private record Weak(WeakReference<Class<?>> owner, String name, boolean compared) {
    static Weak of(Constant constant) {
      return new Weak(new WeakReference<>(constant.owner()), constant.name(), constant.compared());
    }

    Optional<Constant> get() {
      return Optional.ofNullable(owner.get()).map(type -> new Constant(type, name, compared));
    }
  }

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
      return this == other || (other instanceof Asked asked && asked.isKey(this));
    }
  }

  /** An object that is asked for. */
  private record Asked(Object object) {
    boolean isKey(Key key) {
      return key.refersTo(object);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && isKey(key);
    }
  }

  void add(Object held, Constant constant) {
    for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
      constants.remove(key);
    }
    List<Weak> known = constants.get(new Asked(held));
    if (known == null) {
      known = new ArrayList<>(1);
      constants.put(new Key(held, gone), known);
    }
    known.add(Weak.of(constant));
  }

  /** The constants that hold an object. */
  List<Constant> of(Object object) {
    return constants.getOrDefault(new Asked(object), List.of()).stream()
        .flatMap(weak -> weak.get().stream())
        .toList();
  }
}
