package dev.cairn.core.graph.jdk.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a concurrent hash container. Its iterators meet a key twice that another thread takes out
 * and puts in again behind the place where they are.
 */
final class WeakReading {
  private WeakReading() {}

  /**
   * What is found, every key once. Keys are asked for their hashes only where two readings differ.
   *
   * @param reading reads the container
   * @param step how many elements an entry has, its key first
   */
  static List<@Nullable Object> distinct(Supplier<List<@Nullable Object>> reading, int step) {
    List<@Nullable Object> found = reading.get();
    if (isSame(found, reading.get())) {
      return found;
    }
    Set<@Nullable Object> keys = new HashSet<>();
    List<@Nullable Object> distinct = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i += step) {
      if (keys.add(found.get(i))) {
        distinct.addAll(found.subList(i, i + step));
      }
    }
    return distinct;
  }

  private static boolean isSame(List<@Nullable Object> one, List<@Nullable Object> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }
}
