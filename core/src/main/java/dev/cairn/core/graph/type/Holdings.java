package dev.cairn.core.graph.type;

import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Origin;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arrays and the containers of the JDK that constants hold. What lies in them changes, so they
 * are read anew each time; what was found is kept until the next collection of garbage, and is
 * sorted anew only where a reading differs. Keeps nothing alive. For one thread at a time.
 */
final class Holdings {
  private static final List<String> UNCHANGING =
      List.of("java.util.ImmutableCollections$", "java.util.Collections$Empty");

  private final Function<Class<?>, Kind> kinds;
  private final List<Holding> holdings = new ArrayList<>();
  private WeakReference<Looked> last = new WeakReference<>(null);

  Holdings(Function<Class<?>, Kind> kinds) {
    this.kinds = kinds;
  }

  /** A container and the constant that holds it. */
  private record Holding(
      WeakReference<Object> container, WeakReference<Class<?>> owner, String name) {
    Holding(Object container, Constant constant) {
      this(new WeakReference<>(container), new WeakReference<>(constant.owner()), constant.name());
    }
  }

  /** What was found, per container and in all. */
  private record Looked(@Nullable Trace[] traces, Held held) {}

  /**
   * Whether an object is one of those whose identity nobody asks for, as far as is seen at once.
   */
  static boolean isPlainValue(Object object) {
    return object instanceof String || object instanceof Enum<?> || isPlain(object.getClass());
  }

  private static boolean isPlain(Class<?> type) {
    return type == Class.class
        || type == Boolean.class
        || type == Character.class
        || (Number.class.isAssignableFrom(type) && type.getPackageName().equals("java.lang"));
  }

  /** Adds what a constant holds, if it is a container. */
  void add(Object held, Constant constant) {
    if (constant.compared() && opens(held)) {
      holdings.add(new Holding(held, constant));
      last.clear();
    }
  }

  /** Whether an object is a container in which something of interest may lie. */
  boolean opens(Object object) {
    Class<?> type = object.getClass();
    return type.isArray()
        ? mayBeOfInterest(type.getComponentType())
        : Origin.isJdk(type) && !type.isHidden() && kinds.apply(type) instanceof NodeKind;
  }

  /** Whether a variable of a type may refer to anything but plain values. */
  private static boolean mayBeOfInterest(Class<?> declared) {
    return !declared.isPrimitive()
        && declared != String.class
        && !declared.isEnum()
        && (declared == Number.class || !isPlain(declared));
  }

  Kind kind(Object container) {
    return kinds.apply(container.getClass());
  }

  /** What lies in them now. To be read only. */
  Held look() {
    Looked before = last.get();
    Looked now = before == null ? all() : again(before);
    last = new WeakReference<>(now);
    return now.held();
  }

  private Looked all() {
    holdings.removeIf(this::isDone);
    return found(new @Nullable Trace[holdings.size()]);
  }

  /** Whether nothing of interest lies there now, nor ever will. */
  private boolean isDone(Holding holding) {
    Object container = holding.container().get();
    return container == null || (isUnchanging(container) && Trace.of(container, this).isBoring());
  }

  private static boolean isUnchanging(Object container) {
    String name = container.getClass().getName();
    return UNCHANGING.stream().anyMatch(name::startsWith)
        || (container instanceof Object[] array && array.length == 0);
  }

  private Looked again(Looked before) {
    @Nullable Trace[] traces = before.traces();
    boolean same = true;
    for (int i = 0; i < traces.length; i++) {
      Trace trace = traces[i]; // none where the class is gone, for good
      if (trace != null && !trace.isStillSo()) {
        traces[i] = null;
        same = false;
      }
    }
    return same ? before : found(traces);
  }

  /** Reads the containers of which nothing is known, and sorts what lies in all. */
  private Looked found(@Nullable Trace[] traces) {
    Held held = new Held();
    for (int i = 0; i < traces.length; i++) {
      Holding holding = holdings.get(i);
      Object container = holding.container().get();
      Class<?> owner = holding.owner().get();
      if (container != null && owner != null) {
        Trace known = traces[i];
        Trace trace = known == null ? Trace.of(container, this) : known;
        trace.tell(held, new Constant(owner, holding.name(), true));
        traces[i] = trace;
      }
    }
    return new Looked(traces, held);
  }
}
