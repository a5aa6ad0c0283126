package dev.cairn.core.graph.jdk.structure;

import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys that changed while they were in a hash map: their entries keep the hash code of the
 * time when they were put in, so that nobody finds them, but would be found in a map filled anew.
 */
public final class StaleKeys {
  private static final Optional<String> STALE =
      Optional.of(
          "one of its keys has another hash code than when it was put in, so that it is not found;"
              + " do not change keys while they are in a map or set");

  private final Nodes hash;
  private final Nodes concurrent;
  private final Nodes old;

  /** For the maps that can be reached with this access. */
  public StaleKeys(Access access) {
    this.hash = Nodes.of(access, HashMap.class, "Node");
    this.concurrent = Nodes.of(access, ConcurrentHashMap.class, "Node");
    this.old = Nodes.of(access, Hashtable.class, "Entry");
  }

  /** The private fields of a map's entries: hash, key, next; empty where they cannot be reached. */
  private record Nodes(List<PrivateField> fields) {
    static Nodes of(Access access, Class<?> map, String name) {
      for (Class<?> nested : map.getDeclaredClasses()) {
        if (nested.getSimpleName().equals(name)) {
          return new Nodes(
              Stream.of("hash", "key", "next")
                  .flatMap(field -> access.jdkField(nested, field).stream())
                  .toList());
        }
      }
      return new Nodes(List.of());
    }

    boolean isReachable() {
      return fields.size() == 3;
    }

    int hash(Object node) {
      return (int) fields.get(0).bits(node);
    }

    @Nullable Object key(Object node) {
      return fields.get(1).get(node);
    }

    @Nullable Object next(Object node) {
      return fields.get(2).get(node);
    }
  }

  /** Why a map would not come back as it is, if a key in it has changed. */
  public Optional<String> obstacle(Object map, @Nullable Object[] bins) {
    Nodes nodes = nodes(map);
    if (nodes.isReachable()) {
      for (Object bin : bins) {
        if (bin != null && !isSpecial(map, nodes, bin) && isStale(map, nodes, bin)) {
          return STALE;
        }
      }
    }
    return Optional.empty();
  }

  /** Trees, and bins under way to a larger table, have no key of their own. */
  private static boolean isSpecial(Object map, Nodes nodes, Object bin) {
    return map instanceof ConcurrentHashMap<?, ?> && nodes.hash(bin) < 0;
  }

  private Nodes nodes(Object map) {
    if (map instanceof HashMap<?, ?>) {
      return hash;
    }
    return map instanceof Hashtable<?, ?> ? old : concurrent;
  }

  private static boolean isStale(Object map, Nodes nodes, Object bin) {
    for (Object node = bin; node != null; node = nodes.next(node)) {
      Object key = nodes.key(node);
      if (nodes.hash(node) != spread((Map<?, ?>) map, key == null ? 0 : key.hashCode())) {
        return true;
      }
    }
    return false;
  }

  /** What each map makes of a hash code. */
  private static int spread(Map<?, ?> map, int code) {
    if (map instanceof Hashtable<?, ?>) {
      return code;
    }
    int mixed = code ^ (code >>> 16);
    return map instanceof HashMap<?, ?> ? mixed : mixed & Integer.MAX_VALUE;
  }
}
