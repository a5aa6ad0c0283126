package dev.cairn.core.graph.type;

import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ReferenceSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What lay in a container of a constant, and in the containers in that, in the order of reading. No
 * size and no count of changes proves that a container still holds the same (a list's element may
 * be set, a map's value replaced): only another reading does, and that compares references, which
 * is many times as fast as finding out anew what they are. Keeps everything alive that lay there.
 */
final class Trace {
  /** More than this of one constant is not looked at: it is a store of data, not of constants. */
  static final int LARGEST = 1 << 16;

  private static final int SMALLEST = 4;

  private final Holdings holdings;
  private final Set<Object> opened = Collections.newSetFromMap(new IdentityHashMap<>());
  private Object[] containers;
  private int open = 1;
  private @Nullable Object[] elements = new @Nullable Object[SMALLEST];
  private int size;
  private boolean boring = true;
  private boolean torn;

  private Trace(Object container, Holdings holdings) {
    this.containers = new Object[] {container};
    this.holdings = holdings;
    opened.add(container);
  }

  /** Reads a container. */
  static Trace of(Object container, Holdings holdings) {
    Trace trace = new Trace(container, holdings);
    trace.torn = !trace.read(trace.new Recorder());
    trace.opened.clear();
    return trace;
  }

  /** Whether the same lies there now. */
  boolean isStillSo() {
    Comparer comparer = new Comparer();
    return !torn && read(comparer) && comparer.isSame();
  }

  /** Whether nothing lies there whose identity anybody could ask for. */
  boolean isBoring() {
    return boring && !torn;
  }

  /** Adds what lies there. */
  void tell(Held held, Constant constant) {
    for (int i = 0; !boring && i < size; i++) {
      Object element = elements[i];
      if (element != null && !Holdings.isPlainValue(element)) {
        held.add(element, constant);
      }
    }
  }

  /** Whether that went well: what other threads are changing just now shows what it shows. */
  private boolean read(ReferenceSink sink) {
    try {
      for (int i = 0; i < open; i++) {
        read(containers[i], sink);
      }
      return true;
    } catch (EnoughException e) {
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void read(Object container, ReferenceSink sink) {
    if (container instanceof @Nullable Object[] array) {
      for (Object element : array) {
        sink.element(element);
      }
    } else if (isSimpleCollection(container.getClass())) {
      for (Object element : (Iterable<?>) container) {
        sink.element(element);
      }
    } else if (isSimpleMap(container.getClass())) {
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) container).entrySet()) {
        sink.element(entry.getKey());
        sink.element(entry.getValue());
      }
    } else if (holdings.kind(container) instanceof NodeKind kind) {
      kind.visit(container, sink);
    }
  }

  /** Nothing but their elements, and read without a detour. */
  private static boolean isSimpleCollection(Class<?> type) {
    return type == ArrayList.class
        || type == HashSet.class
        || type == LinkedHashSet.class
        || type == CopyOnWriteArrayList.class;
  }

  private static boolean isSimpleMap(Class<?> type) {
    return type == HashMap.class || type == LinkedHashMap.class || type == ConcurrentHashMap.class;
  }

  /** Enough was read. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughException() {
      super(null, null, false, false);
    }
  }

  /** Keeps what is read, and opens the containers in it, but no object of the application. */
  private final class Recorder implements ReferenceSink {
    @Override
    public void element(@Nullable Object value) {
      if (size == LARGEST) {
        throw new EnoughException();
      }
      if (size == elements.length) {
        elements = Arrays.copyOf(elements, size * 2);
      }
      elements[size++] = value;
      if (value != null && !Holdings.isPlainValue(value)) {
        boring = false;
        open(value);
      }
    }

    private void open(Object value) {
      if (holdings.opens(value) && opened.add(value)) {
        if (open == containers.length) {
          containers = Arrays.copyOf(containers, open * 2);
        }
        containers[open++] = value;
      }
    }
  }

  /** Compares what is read with what was, and stops at the first difference. */
  private final class Comparer implements ReferenceSink {
    private int at;
    private boolean differs;

    @Override
    public void element(@Nullable Object value) {
      if (at == LARGEST) {
        throw new EnoughException();
      }
      differs = at == size || elements[at] != value;
      at++;
      if (differs) {
        throw new EnoughException();
      }
    }

    boolean isSame() {
      return !differs && at == size;
    }
  }
}
