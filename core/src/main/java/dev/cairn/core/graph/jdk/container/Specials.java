package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.reflect.Access;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a JDK class on instances of the application's subclasses, past whatever those
 * override: neither walk nor restore may run the application's code.
 */
final class Specials {
  private final MethodHandle size;
  private final MethodHandle clear;

  private Specials(Access access, Class<?> base) {
    this.size = find(access, base, "size", MethodType.methodType(int.class));
    this.clear = find(access, base, "clear", MethodType.methodType(void.class));
  }

  static CollectionCalls ofCollection(Access access, Class<?> base) {
    return new OfCollection(access, base);
  }

  static MapCalls ofMap(Access access, Class<?> base) {
    return new OfMap(access, base);
  }

  private static MethodHandle find(Access access, Class<?> base, String name, MethodType type) {
    MethodHandle handle =
        access
            .special(base, name, type)
            .orElseThrow(() -> new IllegalStateException("special calls need trust"));
    MethodType erased = handle.type().changeParameterType(0, Object.class);
    Class<?> returned = erased.returnType();
    boolean wanted = returned == int.class || returned == Iterator.class || returned == Set.class;
    return handle.asType(wanted ? erased : erased.changeReturnType(void.class));
  }

  private int size(Object container) {
    try {
      return (int) size.invokeExact(container);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  private void clear(Object container) {
    try {
      clear.invokeExact(container);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** What a method of a collection threw, which declares nothing. */
  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error e) {
      throw e;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }

  private static final class OfCollection implements CollectionCalls {
    private final Specials common;
    private final MethodHandle iterator;
    private final MethodHandle add;
    private final MethodHandle set;

    OfCollection(Access access, Class<?> base) {
      boolean queue = Queue.class.isAssignableFrom(base) && !Deque.class.isAssignableFrom(base);
      MethodType adds = MethodType.methodType(boolean.class, Object.class);
      MethodType sets = MethodType.methodType(Object.class, int.class, Object.class);
      this.common = new Specials(access, base);
      this.iterator = find(access, base, "iterator", MethodType.methodType(Iterator.class));
      this.add = find(access, base, queue ? "offer" : "add", adds);
      this.set = List.class.isAssignableFrom(base) ? find(access, base, "set", sets) : add;
    }

    @Override
    public int size(Object collection) {
      return common.size(collection);
    }

    @Override
    public Iterator<?> iterator(Object collection) {
      try {
        return (Iterator<?>) iterator.invokeExact(collection);
      } catch (Throwable e) {
        throw unchecked(e);
      }
    }

    @Override
    public void clear(Object collection) {
      common.clear(collection);
    }

    @Override
    public void add(Object collection, @Nullable Object element) {
      try {
        add.invokeExact(collection, element);
      } catch (Throwable e) {
        throw unchecked(e);
      }
    }

    @Override
    public void replace(Object list, @Nullable Object[] elements) {
      int i = 0;
      for (Iterator<?> live = iterator(list); live.hasNext(); i++) {
        if (live.next() != elements[i]) {
          set(list, i, elements[i]);
        }
      }
    }

    private void set(Object list, int index, @Nullable Object element) {
      try {
        set.invokeExact(list, index, element);
      } catch (Throwable e) {
        throw unchecked(e);
      }
    }
  }

  private static final class OfMap implements MapCalls {
    private static final MethodType COMPUTES =
        MethodType.methodType(Object.class, Object.class, Function.class);

    private final Specials common;
    private final MethodHandle entries;
    private final MethodHandle put;
    private final Optional<MethodHandle> compute;

    OfMap(Access access, Class<?> base) {
      this.common = new Specials(access, base);
      this.entries = find(access, base, "entrySet", MethodType.methodType(Set.class));
      this.put =
          find(
              access, base, "put", MethodType.methodType(Object.class, Object.class, Object.class));
      this.compute =
          HashMap.class.isAssignableFrom(base)
              ? Optional.of(find(access, base, "computeIfAbsent", COMPUTES))
              : Optional.empty();
    }

    @Override
    public int size(Object map) {
      return common.size(map);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Iterator<? extends Map.Entry<?, ?>> iterator(Object map) {
      try {
        Set<? extends Map.Entry<?, ?>> found =
            (Set<? extends Map.Entry<?, ?>>) (Set<?>) entries.invokeExact(map);
        return found.iterator();
      } catch (Throwable e) {
        throw unchecked(e);
      }
    }

    @Override
    public void clear(Object map) {
      common.clear(map);
    }

    @Override
    public void put(Object map, @Nullable Object key, @Nullable Object value) {
      try {
        put.invokeExact(map, key, value);
      } catch (Throwable e) {
        throw unchecked(e);
      }
    }

    @Override
    public void putLast(Object map, @Nullable Object key, @Nullable Object value) {
      if (compute.isPresent()) {
        Object computed = value == null ? PLACEHOLDER : value;
        Function<Object, Object> always = absent -> computed;
        try {
          compute.get().invokeExact(map, key, always);
        } catch (Throwable e) {
          throw unchecked(e);
        }
      }
      if (compute.isEmpty() || value == null) {
        put(map, key, value);
      }
    }
  }
}
