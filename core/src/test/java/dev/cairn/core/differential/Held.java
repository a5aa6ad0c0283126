package dev.cairn.core.differential;

import dev.cairn.core.differential.program.Anatomy;
import dev.cairn.core.differential.program.Heap;
import dev.cairn.core.differential.program.Keys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An iteration that the caller of the stage has begun and goes on with afterwards. */
final class Held {
  private final Optional<Iterator<?>> open;
  private final Object container;
  private final List<@Nullable Object> before;
  private final String text;

  private Held(Optional<Iterator<?>> open, Object container, String text) {
    this.open = open;
    this.container = container;
    this.before = Anatomy.elements(container);
    this.text = text;
  }

  /** An iteration over one of the objects, begun. */
  static Held by(Heap heap, SplittableRandom random) {
    int steps = random.nextInt(3);
    Optional<Object> over = heap.pick(random, Held::isTold);
    if (over.isEmpty()) {
      return new Held(Optional.empty(), heap, "no iteration open");
    }
    Iterator<?> iterator =
        over.get() instanceof Map<?, ?> map
            ? map.entrySet().iterator()
            : ((Collection<?>) over.get()).iterator();
    for (int i = 0; i < steps && iterator.hasNext(); i++) {
      iterator.next();
    }
    return new Held(
        Optional.of(iterator), over.get(), "an iteration open over " + heap.name(over.get()));
  }

  /** Those of java.util.concurrent promise too little to be compared. */
  private static boolean isTold(Object container) {
    if (container instanceof Properties) {
      return false;
    }
    if (container.getClass().getPackageName().equals("java.util.concurrent")) {
      return container instanceof CopyOnWriteArrayList<?>;
    }
    return container instanceof Map<?, ?> map
        ? Anatomy.isOrdered(map) || Keys.isRepeatable(map.keySet())
        : container instanceof Collection<?> collection
            && !Anatomy.isView(container)
            && (Anatomy.isOrdered(container) || Keys.isRepeatable(collection));
  }

  /** Goes on with both iterations; where the executed one can go on, so must the restored one. */
  void goOn(Held restored, Twins twins) {
    if (open.isEmpty() || restored.open.isEmpty() || hasMoved()) {
      return;
    }
    Optional<List<@Nullable Object>> expected = rest(open.get());
    if (expected.isEmpty()) {
      return;
    }
    Optional<List<@Nullable Object>> found = rest(restored.open.get());
    List<@Nullable Object> elements = found.orElse(List.of());
    twins.pair(expected.get().size(), found.isEmpty() ? -1 : elements.size(), text + ", left");
    for (int i = 0; i < Math.min(elements.size(), expected.get().size()); i++) {
      twins.pair(expected.get().get(i), elements.get(i), text + ", next " + i);
    }
  }

  /** An iteration over an ArrayDeque that has changed goes anywhere, and rarely says so. */
  private boolean hasMoved() {
    List<@Nullable Object> now = Anatomy.elements(container);
    boolean same = now.size() == before.size();
    for (int i = 0; same && i < now.size(); i++) {
      same = now.get(i) == before.get(i);
    }
    return !same && container instanceof ArrayDeque;
  }

  private static Optional<List<@Nullable Object>> rest(Iterator<?> iterator) {
    List<@Nullable Object> rest = new ArrayList<>();
    try {
      while (iterator.hasNext()) {
        Object next = iterator.next();
        if (next instanceof Map.Entry<?, ?> entry) {
          rest.add(entry.getKey());
          rest.add(entry.getValue());
        } else {
          rest.add(next);
        }
      }
      return Optional.of(rest);
    } catch (ConcurrentModificationException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
