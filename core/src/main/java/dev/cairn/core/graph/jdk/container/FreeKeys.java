package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.kind.ValueKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keys whose place in a hash table comes from identity: it differs in every JVM, and means nothing.
 * A live map with the same keys in another such order is written entry by entry all the same.
 */
final class FreeKeys {
  private final Likeness likeness;
  private final Function<Class<?>, Optional<ValueKind>> values;
  private final boolean all;
  private final Map<Class<?>, Boolean> known = new HashMap<>();

  /**
   * A look at the keys of one map.
   *
   * @param all whether the map asks no key for its hash
   */
  FreeKeys(Likeness likeness, Function<Class<?>, Optional<ValueKind>> values, boolean all) {
    this.likeness = likeness;
    this.values = values;
    this.all = all;
  }

  /** The recorded entries in the order of the live keys, if the keys are the same. */
  Optional<@Nullable Object[]> arranged(List<@Nullable Object> live, @Nullable Object[] pairs) {
    Map<Object, Integer> free = new IdentityHashMap<>();
    Deque<Integer> bound = new ArrayDeque<>();
    for (int i = 0; i < pairs.length; i += 2) {
      Object key = pairs[i];
      if (key != null && isFree(key)) {
        free.put(key, i);
      } else {
        bound.addLast(i);
      }
    }
    @Nullable Object[] arranged = new @Nullable Object[pairs.length];
    for (int i = 0; i < arranged.length; i += 2) {
      Object key = live.get(i / 2);
      Integer at = key != null && isFree(key) ? free.remove(key) : bound.pollFirst();
      if (at == null || !likeness.alike(key, pairs[at])) {
        return Optional.empty();
      }
      arranged[i] = pairs[at];
      arranged[i + 1] = pairs[at + 1];
    }
    return Optional.of(arranged);
  }

  private boolean isFree(Object key) {
    return all || known.computeIfAbsent(key.getClass(), this::isHashedByIdentity);
  }

  private boolean isHashedByIdentity(Class<?> type) {
    Optional<ValueKind> value = values.apply(type);
    if (value.isPresent()) {
      return !value.get().hashesAlike();
    }
    try {
      return type.getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every class has hashCode", e);
    }
  }
}
