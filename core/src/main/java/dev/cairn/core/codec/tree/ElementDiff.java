package dev.cairn.core.codec.tree;

import dev.cairn.core.codec.tree.Alignment.Step;
import dev.cairn.core.codec.tree.Difference.Kind;
import dev.cairn.core.codec.tree.TreeValue.Leaf;
import dev.cairn.core.codec.tree.TreeValue.Ref;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds which elements of a container stand for which of another, and has them compared. */
final class ElementDiff {
  private final ContentKeys before;
  private final ContentKeys after;
  private final Differences.Collector out;
  private final Comparison comparison;

  ElementDiff(
      ContentKeys before, ContentKeys after, Differences.Collector out, Comparison comparison) {
    this.before = before;
    this.after = after;
    this.out = out;
    this.comparison = comparison;
  }

  /** Compares two values that stand for each other. */
  interface Comparison {
    void of(TreePath path, TreeValue before, TreeValue after);
  }

  void sequence(TreePath path, TreeNode one, TreeNode other) {
    List<Step> steps = Alignment.of(before.of(one.elements()), after.of(other.elements()));
    boolean reordered = isReordered(steps);
    if (reordered) {
      out.add(path, Kind.REORDERED, "", "");
    }
    for (Step step : steps) {
      if (step.isAdded()) {
        added(path.in(place(step.after())), other.elements().get(step.after()));
      } else if (step.isRemoved()) {
        removed(path.in(place(step.before())), one.elements().get(step.before()));
      } else {
        if (step.moved() && !reordered) {
          out.add(
              path.in(place(step.before())),
              Kind.MOVED,
              "[" + step.before() + "]",
              "[" + step.after() + "]");
        }
        comparison.of(
            path.in(places(step)),
            one.elements().get(step.before()),
            other.elements().get(step.after()));
      }
    }
  }

  private static boolean isReordered(List<Step> steps) {
    return steps.stream().anyMatch(Step::moved)
        && steps.stream().noneMatch(step -> step.isAdded() || step.isRemoved());
  }

  private static String place(int place) {
    return Integer.toString(place);
  }

  private static String places(Step step) {
    return step.before() == step.after()
        ? place(step.before())
        : step.before() + "→" + step.after();
  }

  private void added(TreePath path, TreeValue value) {
    out.add(path, Kind.ADDED, "", Shown.of(value, after.tree()));
  }

  private void removed(TreePath path, TreeValue value) {
    out.add(path, Kind.REMOVED, Shown.of(value, before.tree()), "");
  }

  /** Elements without an order: equal ones stand for each other. */
  void heap(TreePath path, TreeNode one, TreeNode other) {
    Map<Object, Deque<Integer>> free = places(other, after, 1);
    List<Integer> alone = new ArrayList<>();
    for (int i = 0; i < one.elements().size(); i++) {
      TreeValue element = one.elements().get(i);
      Integer place = taken(free, identity(element, before));
      if (place == null) {
        alone.add(i);
      } else {
        comparison.of(numbered(path, i), element, other.elements().get(place));
      }
    }
    rest(path, new Rest(one, alone), new Rest(other, left(free)));
  }

  private record Rest(TreeNode node, List<Integer> places) {
    TreeValue value(int i) {
      return node.elements().get(places.get(i));
    }
  }

  /** What is left over: one object each may be the same one, changed. */
  private void rest(TreePath path, Rest one, Rest other) {
    boolean single = one.places().size() == 1 && other.places().size() == 1;
    if (single && one.value(0) instanceof Ref && other.value(0) instanceof Ref) {
      comparison.of(numbered(path, one.places().get(0)), one.value(0), other.value(0));
      return;
    }
    for (int i = 0; i < one.places().size(); i++) {
      removed(numbered(path, one.places().get(i)), one.value(i));
    }
    for (int i = 0; i < other.places().size(); i++) {
      added(numbered(path, other.places().get(i)), other.value(i));
    }
  }

  private static TreePath numbered(TreePath path, int place) {
    return path.in("#" + place);
  }

  /** Entries of maps by key, and the order of the keys where it means something. */
  void entries(TreePath path, TreeNode one, TreeNode other) {
    Map<Object, Deque<Integer>> free = places(other, after, 2);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < one.elements().size(); i += 2) {
      TreeValue key = one.elements().get(i);
      TreePath step = path.in(key(key, i));
      Integer place = taken(free, identity(key, before));
      if (place == null) {
        removed(step, one.elements().get(i + 1));
      } else {
        order.add(place);
        comparison.of(step.named("key"), key, other.elements().get(place));
        comparison.of(step, one.elements().get(i + 1), other.elements().get(place + 1));
      }
    }
    if (one.ordered() && !order.equals(order.stream().sorted().toList())) {
      out.add(path, Kind.REORDERED, "", "");
    }
    for (int i : left(free)) {
      added(path.in(key(other.elements().get(i), i)), other.elements().get(i + 1));
    }
  }

  private static String key(TreeValue key, int place) {
    return key instanceof Leaf leaf ? Shown.of(leaf) : "key #" + place / 2;
  }

  private static Map<Object, Deque<Integer>> places(TreeNode node, ContentKeys keys, int width) {
    Map<Object, Deque<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < node.elements().size(); i += width) {
      Object identity = identity(node.elements().get(i), keys);
      places.computeIfAbsent(identity, key -> new ArrayDeque<>()).add(i);
    }
    return places;
  }

  /** Values are the same if they are equal, objects if as much of their content is. */
  private static Object identity(TreeValue value, ContentKeys keys) {
    return value instanceof Leaf leaf ? leaf : (Object) keys.of(value);
  }

  private static @Nullable Integer taken(Map<Object, Deque<Integer>> free, Object identity) {
    Deque<Integer> places = free.get(identity);
    return places == null ? null : places.poll();
  }

  private static List<Integer> left(Map<Object, Deque<Integer>> free) {
    return free.values().stream().flatMap(Deque::stream).sorted().toList();
  }
}
