package dev.cairn.core.codec;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Origin;
import dev.cairn.core.graph.type.Kinds;
import java.util.Map;
import java.util.Set;

/**
 * Maps and sets of libraries are restored field by field, tables and all. Where the keys' hash
 * codes are not what they were (those of enums differ in every JVM), such a table no longer finds
 * what it holds: that is asked before it is trusted.
 */
final class ForeignTables {

  private ForeignTables() {}

  /**
   * Asks a restored object whether it finds its own elements, if it is such a container.
   *
   * @throws IllegalStateException if it does not
   */
  static void check(Object object, Kinds kinds) {
    boolean foreign = kinds.of(object.getClass()) instanceof NodeKind kind && isForeignTable(kind);
    if (foreign && !findsItsOwn(object)) {
      throw new IllegalStateException(
          "a "
              + object.getClass().getName()
              + " does not find its keys by the hash codes that they"
              + " have in this JVM");
    }
  }

  /** Whether the instances of a kind are such containers. */
  static boolean isForeignTable(NodeKind kind) {
    return kind.layout().body() == Body.NONE
        && (Map.class.isAssignableFrom(kind.type()) || Set.class.isAssignableFrom(kind.type()))
        && !Origin.isJdk(kind.type());
  }

  private static boolean findsItsOwn(Object container) {
    return container instanceof Map<?, ?> map
        ? map.keySet().stream().allMatch(map::containsKey)
        : ((Set<?>) container).stream().allMatch(((Set<?>) container)::contains);
  }
}
