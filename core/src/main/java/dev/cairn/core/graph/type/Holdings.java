package dev.cairn.core.graph.type;

import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ReferenceSink;
import dev.cairn.core.graph.reflect.Origin;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arrays and the containers of the JDK that constants hold. What lies in them changes, so they
 * are looked at anew each time, but for those that held nothing of interest and have their size
 * still. Keeps nothing alive. For one thread at a time.
 */
final class Holdings {
  /** More than this of one constant is not looked at: it is a store of data, not of constants. */
  private static final int LARGEST = 1 << 16;

  private static final String IMMUTABLE = "java.util.ImmutableCollections$";

  private final Function<Class<?>, Kind> kinds;
  private final List<Holder> holders = new ArrayList<>();

  Holdings(Function<Class<?>, Kind> kinds) {
    this.kinds = kinds;
  }

  /** A container, with the size at which it held nothing of interest. */
  private static final class Holder {
    private final WeakReference<Object> container;
    private final WeakReference<Class<?>> owner;
    private final String name;
    private int boringAt = -1;

    Holder(Object container, Constant constant) {
      this.container = new WeakReference<>(container);
      this.owner = new WeakReference<>(constant.owner());
      this.name = constant.name();
    }

    /** The JDK's immutable collections, and arrays without room. */
    boolean isBoringForEver() {
      Object held = container.get();
      return held != null
          && ((boringAt >= 0 && held.getClass().getName().startsWith(IMMUTABLE))
              || (held instanceof Object[] array && array.length == 0));
    }
  }

  /**
   * Whether an object is one of those whose identity nobody asks for, as far as is seen at once.
   */
  static boolean isPlainValue(Object object) {
    return object instanceof String
        || object instanceof Enum<?>
        || object instanceof Class<?>
        || object instanceof Boolean
        || object instanceof Character
        || (object instanceof Number && object.getClass().getPackageName().equals("java.lang"));
  }

  /** Adds what a constant holds, if it is a container. */
  void add(Object held, Constant constant) {
    if (constant.compared() && opens(held)) {
      holders.add(new Holder(held, constant));
    }
  }

  private boolean opens(Object object) {
    Class<?> type = object.getClass();
    return type.isArray()
        ? !type.getComponentType().isPrimitive() && type.getComponentType() != String.class
        : Origin.isJdk(type) && !type.isHidden() && kinds.apply(type) instanceof NodeKind;
  }

  /** What lies in them now. */
  Held look() {
    Held found = new Held();
    for (Holder holder : holders) {
      Object container = holder.container.get();
      Class<?> owner = holder.owner.get();
      if (container != null && owner != null && size(container) != holder.boringAt) {
        Search search = new Search(found, new Constant(owner, holder.name, true));
        search.in(container);
        holder.boringAt = search.count == 0 ? size(container) : -1;
      }
    }
    holders.removeIf(holder -> holder.container.get() == null || holder.isBoringForEver());
    return found;
  }

  /** The size of what holds no more than its elements; of the rest one that never is the same. */
  private static int size(Object container) {
    if (container instanceof Collection<?> collection) {
      return collection.size();
    }
    return container instanceof Map<?, ?> map ? map.size() : -2;
  }

  /** Goes over containers inside containers, and into no object of the application. */
  private final class Search implements ReferenceSink {
    private final Held found;
    private final Constant constant;
    private final Deque<Object> open = new ArrayDeque<>();
    private int count;

    Search(Held found, Constant constant) {
      this.found = found;
      this.constant = constant;
    }

    void in(Object container) {
      open.addLast(container);
      while (!open.isEmpty() && count < LARGEST) {
        Object next = open.removeFirst();
        if (kinds.apply(next.getClass()) instanceof NodeKind kind) {
          visit(next, kind);
        }
      }
    }

    /** What other threads are changing just now shows what it shows. */
    private void visit(Object container, NodeKind kind) {
      try {
        kind.visit(container, this);
      } catch (RuntimeException e) {
        count++;
      }
    }

    @Override
    public void element(@Nullable Object value) {
      if (value != null && count < LARGEST && !isPlainValue(value)) {
        count++;
        if (found.add(value, constant) && opens(value)) {
          open.addLast(value);
        }
      }
    }
  }
}
