package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.codec.tree.TreeNode;
import dev.cairn.core.codec.tree.TreeValue;
import dev.cairn.core.codec.tree.TreeValue.Leaf;
import dev.cairn.core.codec.tree.TreeValue.Ref;
import dev.cairn.core.graph.kind.Body;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The objects of a snapshot that a restore needs, and where: those that the result or an input
 * refers to over fields that are still there. What hangs on nothing but removed fields is not.
 */
final class Needed {
  private final SnapshotTree tree;
  private final IntFunction<Fields> fields;
  private final Map<Integer, Step> steps = new HashMap<>();
  private final Deque<Integer> open = new ArrayDeque<>();

  /** How an object was met: the object before it, or -1, and the step from there. */
  private record Step(int from, String name) {}

  /** Which of the recorded fields of an object are still there. */
  interface Fields {
    boolean isThere(int slot);
  }

  private Needed(SnapshotTree tree, IntFunction<Fields> fields) {
    this.tree = tree;
    this.fields = fields;
  }

  /**
   * Follows the references of a snapshot.
   *
   * @param inputs how many objects are inputs: all needed
   * @param fields asked for every object that is needed
   */
  static Needed of(SnapshotTree tree, int inputs, IntFunction<Fields> fields) {
    Needed needed = new Needed(tree, fields);
    tree.result().ifPresent(value -> needed.meet(value, -1, "return value"));
    needed.follow();
    for (int number = 0; number < inputs; number++) {
      needed.meet(new Ref(number), -1, "");
    }
    needed.follow();
    return needed;
  }

  private void meet(TreeValue value, int from, String name) {
    if (value instanceof Ref ref && steps.putIfAbsent(ref.number(), new Step(from, name)) == null) {
      open.add(ref.number());
    }
  }

  private void follow() {
    while (!open.isEmpty()) {
      int number = open.remove();
      TreeNode node = tree.objects().get(number);
      Fields there = fields.apply(number);
      for (int i = 0; i < node.slots().size(); i++) {
        if (there.isThere(i)) {
          meet(node.slots().get(i).value(), number, "." + node.slots().get(i).name());
        }
      }
      for (int i = 0; i < node.elements().size(); i++) {
        meet(node.elements().get(i), number, element(node, i));
      }
    }
  }

  private static String element(TreeNode node, int place) {
    if (node.body() != Body.ENTRIES) {
      return "[" + place + "]";
    }
    boolean named = place % 2 == 1 && node.elements().get(place - 1) instanceof Leaf;
    return named ? "[key]" : "[#" + place / 2 + "]";
  }

  boolean contains(int number) {
    return steps.containsKey(number);
  }

  /** Where an object was met first. Names no key and no value. */
  String path(int number) {
    StringBuilder path = new StringBuilder();
    Step step = steps.get(number);
    while (step != null) {
      path.insert(0, step.name());
      step = steps.get(step.from());
    }
    return path.isEmpty() ? "inputs" : path.substring(path.charAt(0) == '.' ? 1 : 0);
  }
}
