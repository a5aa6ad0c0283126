package dev.cairn.core.codec.tree;

import dev.cairn.core.codec.tree.TreeNode.TreeSlot;
import dev.cairn.core.codec.tree.TreeValue.Leaf;
import dev.cairn.core.codec.tree.TreeValue.Ref;
import dev.cairn.core.graph.kind.Body;
import java.util.List;

/**
 * Numbers that are equal for values with equal content, as far as a few steps from them. They only
 * say which elements are worth comparing with which: nothing is taken for equal because of them.
 */
final class ContentKeys {
  private static final int STEPS = 6;
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final SnapshotTree tree;
  private long[] keys;

  ContentKeys(SnapshotTree tree) {
    this.tree = tree;
    this.keys = new long[tree.objects().size()];
    for (int step = 0; step < STEPS; step++) {
      long[] next = new long[keys.length];
      for (int number = 0; number < next.length; number++) {
        next[number] = key(tree.objects().get(number));
      }
      keys = next;
    }
  }

  long of(TreeValue value) {
    return value instanceof Ref ref ? keys[ref.number()] : of((Leaf) value);
  }

  long[] of(List<TreeValue> values) {
    return values.stream().mapToLong(this::of).toArray();
  }

  SnapshotTree tree() {
    return tree;
  }

  private static long of(Leaf leaf) {
    return mix(text(leaf.type()), text(leaf.exact()));
  }

  private long key(TreeNode node) {
    long key = text(node.className());
    for (TreeSlot slot : node.slots()) {
      key = mix(key, mix(text(slot.name()), of(slot.value())));
    }
    return mix(key, node.ordered() ? sequence(node) : heap(node));
  }

  private long sequence(TreeNode node) {
    long key = node.elements().size();
    for (TreeValue element : node.elements()) {
      key = mix(key, of(element));
    }
    return key;
  }

  private long heap(TreeNode node) {
    long sum = node.elements().size();
    int width = node.body() == Body.ENTRIES ? 2 : 1;
    for (int i = 0; i < node.elements().size(); i += width) {
      long element = of(node.elements().get(i));
      sum += width == 1 ? mix(ODD, element) : mix(element, of(node.elements().get(i + 1)));
    }
    return sum;
  }

  private static long text(String text) {
    long key = text.length();
    for (int i = 0; i < text.length(); i++) {
      key = key * 31 + text.charAt(i);
    }
    return key;
  }

  private static long mix(long one, long other) {
    long mixed = (one ^ Long.rotateLeft(other * ODD, 31)) * 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 29;
  }
}
