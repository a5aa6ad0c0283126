package dev.cairn.core.graph.jdk.structure;

import dev.cairn.core.graph.app.Fields;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entries inside a hash map of the JDK: those of a bucket make a list, and those of a crowded
 * bucket a red-black tree as well.
 */
final class Nodes {
  private final Class<?> plain;
  private final Class<?> tree;
  private final Constructor<?> plainMaker;
  private final Constructor<?> treeMaker;
  private final PrivateField hash;
  private final PrivateField key;
  private final PrivateField value;
  private final PrivateField next;
  private final PrivateField previous;
  private final PrivateField parent;
  private final PrivateField left;
  private final PrivateField right;
  private final PrivateField red;

  private Nodes(Access access, Class<?> map, String valueName) throws ReflectiveOperationException {
    this.plain = Class.forName(map.getName() + "$Node");
    this.tree = Class.forName(map.getName() + "$TreeNode");
    this.plainMaker = access.allocator(plain, Object.class);
    this.treeMaker = access.allocator(tree, Object.class);
    this.hash = access.field(plain.getDeclaredField("hash"));
    this.key = access.field(plain.getDeclaredField("key"));
    this.value = access.field(plain.getDeclaredField(valueName));
    this.next = access.field(plain.getDeclaredField("next"));
    this.previous = access.field(tree.getDeclaredField("prev"));
    this.parent = access.field(tree.getDeclaredField("parent"));
    this.left = access.field(tree.getDeclaredField("left"));
    this.right = access.field(tree.getDeclaredField("right"));
    this.red = access.field(tree.getDeclaredField("red"));
  }

  /** Those of a map's class; empty without trust, or if this JDK has others. */
  static Optional<Nodes> of(Access access, Class<?> map, String valueName) {
    try {
      return access.isTrusted() ? Optional.of(new Nodes(access, map, valueName)) : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  Class<?> type() {
    return plain;
  }

  /** The class of entries that stand in a tree. */
  Class<?> treeType() {
    return tree;
  }

  /** The entries that hang on one, itself first. */
  List<Object> chain(@Nullable Object first) {
    List<Object> chain = new ArrayList<>();
    for (Object node = first; node != null; node = next.get(node)) {
      chain.add(node);
    }
    return chain;
  }

  @Nullable Object key(Object node) {
    return key.get(node);
  }

  int hash(Object node) {
    return (int) hash.bits(node);
  }

  /** How the entries of a bucket stand in their tree. */
  TreeShape shape(List<Object> chain, int first) {
    Object root = chain.get(0);
    for (Object up = parent.get(root); up != null; up = parent.get(root)) {
      root = up;
    }
    Map<Object, Integer> places = new IdentityHashMap<>();
    chain.forEach(node -> places.put(node, places.size()));
    TreeShape shape = new TreeShape(first, chain.size(), place(places, root));
    for (Object node : chain) {
      int under = place(places, left.get(node));
      shape.add(under, place(places, right.get(node)), red.bits(node) != 0);
    }
    return shape;
  }

  private static int place(Map<Object, Integer> places, @Nullable Object node) {
    Integer place = node == null ? null : places.get(node);
    return place == null ? TreeShape.NONE : place;
  }

  /** Copies of entries, one hanging on the other in this order. */
  List<Object> list(List<Object> nodes) {
    return linked(nodes, plainMaker);
  }

  /** Copies of entries in this order and in a tree of this shape. */
  List<Object> tree(List<Object> nodes, TreeShape shape) {
    List<Object> linked = linked(nodes, treeMaker);
    for (int i = 0; i < linked.size(); i++) {
      Object node = linked.get(i);
      previous.set(node, i == 0 ? null : linked.get(i - 1));
      red.setBits(node, shape.isRed(i) ? 1 : 0);
      hang(linked, node, left, shape.left(i));
      hang(linked, node, right, shape.right(i));
    }
    return linked;
  }

  private void hang(List<Object> nodes, Object above, PrivateField side, int below) {
    if (below != TreeShape.NONE) {
      side.set(above, nodes.get(below));
      parent.set(nodes.get(below), above);
    }
  }

  private List<Object> linked(List<Object> nodes, Constructor<?> maker) {
    List<Object> copies = new ArrayList<>();
    for (Object node : nodes) {
      Object copy = Fields.allocate(maker);
      hash.setBits(copy, hash.bits(node));
      key.set(copy, key.get(node));
      value.set(copy, value.get(node));
      if (!copies.isEmpty()) {
        next.set(copies.get(copies.size() - 1), copy);
      }
      copies.add(copy);
    }
    return copies;
  }
}
