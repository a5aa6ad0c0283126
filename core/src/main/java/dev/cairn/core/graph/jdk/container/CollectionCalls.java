package dev.cairn.core.graph.jdk.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** How the methods of a collection are called: those of the JDK's class, never an override. */
interface CollectionCalls {
  int size(Object collection);

  Iterator<?> iterator(Object collection);

  void clear(Object collection);

  void add(Object collection, @Nullable Object element);

  default void addAll(Object collection, @Nullable Object[] elements) {
    for (Object element : elements) {
      add(collection, element);
    }
  }

  /** Replaces elements one by one, so that an open iteration goes on. */
  void replace(Object list, @Nullable Object[] elements);

  /** For classes of the JDK itself. */
  @SuppressWarnings("unchecked")
  final class Plain implements CollectionCalls {
    @Override
    public int size(Object collection) {
      return ((Collection<?>) collection).size();
    }

    @Override
    public Iterator<?> iterator(Object collection) {
      return ((Collection<?>) collection).iterator();
    }

    @Override
    public void clear(Object collection) {
      ((Collection<?>) collection).clear();
    }

    @Override
    public void add(Object collection, @Nullable Object element) {
      ((Collection<@Nullable Object>) collection).add(element);
    }

    /** What copies itself at every change is changed once; a list gets its room at once. */
    @Override
    public void addAll(Object collection, @Nullable Object[] elements) {
      if (collection instanceof CopyOnWriteArrayList<?>
          || collection.getClass() == ArrayList.class) {
        ((Collection<@Nullable Object>) collection).addAll(Arrays.asList(elements));
      } else {
        CollectionCalls.super.addAll(collection, elements);
      }
    }

    @Override
    public void replace(Object list, @Nullable Object[] elements) {
      ListIterator<@Nullable Object> live = ((List<@Nullable Object>) list).listIterator();
      for (Object element : elements) {
        if (live.next() != element) {
          live.set(element);
        }
      }
    }
  }
}
