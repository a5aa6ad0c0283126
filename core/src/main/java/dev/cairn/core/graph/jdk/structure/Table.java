package dev.cairn.core.graph.jdk.structure;

import dev.cairn.core.graph.app.Fields;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a hash map keeps its buckets, and the size at which it makes more of them. A concurrent map
 * keeps a tree behind a head.
 */
public final class Table {
  private static final int SMALLEST_WITH_TREES = 64;
  private static final long HEAD_HASH = -2;

  private final PrivateField array;
  private final PrivateField next;
  private final Nodes nodes;
  private final Optional<Head> head;
  private final Class<?> treeType;

  private Table(PrivateField array, PrivateField next, Nodes nodes, Optional<Head> head) {
    this.array = array;
    this.next = next;
    this.nodes = nodes;
    this.head = head;
    this.treeType = head.<Class<?>>map(Head::type).orElse(nodes.treeType());
  }

  /** What stands in the bucket of a concurrent map in the place of a tree. */
  private record Head(
      Class<?> type,
      Constructor<?> maker,
      PrivateField hash,
      PrivateField root,
      PrivateField first) {
    static Head of(Access access, Class<?> map) throws ReflectiveOperationException {
      Class<?> type = Class.forName(map.getName() + "$TreeBin");
      return new Head(
          type,
          access.allocator(type, Object.class),
          access.field(type.getSuperclass().getDeclaredField("hash")),
          access.field(type.getDeclaredField("root")),
          access.field(type.getDeclaredField("first")));
    }

    Object over(List<Object> nodes, int top) {
      Object made = Fields.allocate(maker);
      hash.setBits(made, HEAD_HASH);
      root.set(made, nodes.get(top));
      first.set(made, nodes.get(0));
      return made;
    }
  }

  /** That of {@code HashMap}; empty without trust, or if this JDK has another. */
  public static Optional<Table> ofHashMap(Access access, Class<?> map) {
    return of(access, map, "threshold", Nodes.of(access, map, "value"), Optional.empty());
  }

  /** That of {@code ConcurrentHashMap}; empty without trust, or if this JDK has another. */
  public static Optional<Table> ofConcurrent(Access access, Class<?> map) {
    try {
      return access.isTrusted()
          ? of(
              access,
              map,
              "sizeCtl",
              Nodes.of(access, map, "val"),
              Optional.of(Head.of(access, map)))
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Optional<Table> of(
      Access access, Class<?> map, String next, Optional<Nodes> nodes, Optional<Head> head) {
    Optional<PrivateField> array = access.jdkField(map, "table");
    Optional<PrivateField> size = access.jdkField(map, next);
    return array.isPresent() && size.isPresent() && nodes.isPresent()
        ? Optional.of(new Table(array.get(), size.get(), nodes.get(), head))
        : Optional.empty();
  }

  /** How many buckets there are, or will be. */
  public int capacity(Object map) {
    Object table = array.get(map);
    return table == null ? Math.max(0, (int) next.bits(map)) : Array.getLength(table);
  }

  /** When there will be more buckets, in the map's own words; negative while there are none. */
  public int threshold(Object map) {
    return array.get(map) == null ? -1 : Math.max(0, (int) next.bits(map));
  }

  public void setThreshold(Object map, int threshold) {
    next.setBits(map, threshold);
  }

  /** Makes an empty map make this many buckets. */
  public void reset(Object map, int capacity) {
    array.set(map, null);
    next.setBits(map, capacity);
  }

  private @Nullable Object[] buckets(Object map) {
    return array.get(map) instanceof Object[] buckets ? buckets : new Object[0];
  }

  /** By class, as this is asked of every bucket of every map. */
  private boolean isTree(@Nullable Object bin) {
    return bin != null && bin.getClass() == treeType;
  }

  /** Per bucket its first entry. */
  public @Nullable Object[] firsts(Object map) {
    @Nullable Object[] firsts = buckets(map).clone();
    for (int i = 0; i < firsts.length && head.isPresent(); i++) {
      Object bin = firsts[i];
      if (bin != null && isTree(bin)) {
        firsts[i] = head.get().first().get(bin);
      }
    }
    return firsts;
  }

  private List<Object> chain(@Nullable Object bin) {
    return nodes.chain(
        head.isPresent() && bin != null && isTree(bin) ? head.get().first().get(bin) : bin);
  }

  private boolean hasTrees(Object map) {
    @Nullable Object[] buckets = buckets(map);
    if (buckets.length >= SMALLEST_WITH_TREES) {
      for (Object bin : buckets) {
        if (isTree(bin)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The shapes of the trees in a map, as text; null where there are none. */
  public @Nullable String trees(Object map) {
    if (!hasTrees(map)) {
      return null;
    }
    List<TreeShape> shapes = new ArrayList<>();
    int before = 0;
    for (Object bin : buckets(map)) {
      List<Object> chain = chain(bin);
      if (isTree(bin)) {
        shapes.add(nodes.shape(chain, before));
      }
      before += chain.size();
    }
    return TreeShape.write(shapes);
  }

  /**
   * Brings the entries of a filled map into buckets and into an order, if filling did not.
   *
   * @param places the keys, each with its place in the order
   */
  public void arrange(
      Object map, int capacity, @Nullable Object trees, IdentityHashMap<Object, Integer> places) {
    Map<Integer, TreeShape> shapes = trees instanceof String text ? TreeShape.read(text) : Map.of();
    Object[] buckets = (Object[]) Array.newInstance(nodes.type(), capacity);
    sorted(map, capacity, places)
        .forEach((bucket, sorted) -> buckets[bucket] = bin(sorted, shapes));
    array.set(map, buckets);
  }

  /** Whether filling a map made other buckets than it had. */
  public boolean isOther(Object map, int capacity, @Nullable Object trees) {
    return array.get(map) == null || capacity(map) != capacity || trees != null || hasTrees(map);
  }

  private Map<Integer, TreeMap<Integer, Object>> sorted(
      Object map, int capacity, IdentityHashMap<Object, Integer> places) {
    Map<Integer, TreeMap<Integer, Object>> sorted = new TreeMap<>();
    for (Object bin : buckets(map)) {
      for (Object node : chain(bin)) {
        Integer place = places.get(nodes.key(node));
        if (place == null) {
          throw new IllegalStateException("a key that was not put");
        }
        sorted
            .computeIfAbsent(nodes.hash(node) & (capacity - 1), bucket -> new TreeMap<>())
            .put(place, node);
      }
    }
    return sorted;
  }

  private Object bin(TreeMap<Integer, Object> sorted, Map<Integer, TreeShape> shapes) {
    List<Object> entries = List.copyOf(sorted.values());
    TreeShape shape = shapes.get(sorted.firstKey());
    if (shape == null || !shape.fits(List.copyOf(sorted.keySet()))) {
      return nodes.list(entries).get(0);
    }
    List<Object> tree = nodes.tree(entries, shape);
    return head.map(h -> h.over(tree, shape.root())).orElse(tree.get(0));
  }
}
