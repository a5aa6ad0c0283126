package dev.cairn.core.codec.tree;

import dev.cairn.core.codec.tree.Difference.Kind;
import dev.cairn.core.codec.tree.TreeNode.TreeSlot;
import dev.cairn.core.codec.tree.TreeValue.Leaf;
import dev.cairn.core.codec.tree.TreeValue.Ref;
import dev.cairn.core.codec.tree.Twins.Meeting;
import dev.cairn.core.graph.kind.Body;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds in what two states differ, by going through both from the same inputs at the same time.
 * Never recursive in depth. For one comparison.
 */
public final class TreeDiff {
  private final SnapshotTree before;
  private final SnapshotTree after;
  private final Differences.Collector out;
  private final ElementDiff elements;
  private final Twins twins = new Twins();
  private final Deque<Task> open = new ArrayDeque<>();
  private final List<Task> found = new ArrayList<>();

  private TreeDiff(SnapshotTree before, SnapshotTree after, Differences.Collector out) {
    this.before = before;
    this.after = after;
    this.out = out;
    this.elements =
        new ElementDiff(new ContentKeys(before), new ContentKeys(after), out, this::compare);
  }

  /** Two objects that stand for each other and are still to be compared. */
  private record Task(TreePath path, TreeNode before, TreeNode after) {}

  /**
   * Compares two states.
   *
   * @param atMost how many differences to keep; all are counted
   */
  public static Differences of(SnapshotTree before, SnapshotTree after, int atMost) {
    Differences.Collector out = new Differences.Collector(atMost);
    new TreeDiff(before, after, out).compare();
    return out.finish();
  }

  private void compare() {
    slots(new Task(TreePath.START, before.inputs(), after.inputs()));
    follow();
    result();
    follow();
  }

  private void follow() {
    pushFound();
    while (!open.isEmpty()) {
      Task task = open.pop();
      slots(task);
      body(task);
      pushFound();
    }
  }

  private void pushFound() {
    for (int i = found.size() - 1; i >= 0; i--) {
      open.push(found.get(i));
    }
    found.clear();
  }

  private void result() {
    TreePath path = TreePath.START.named("return value");
    if (before.result().isPresent() && after.result().isPresent()) {
      compare(path, before.result().get(), after.result().get());
    } else {
      before.result().ifPresent(value -> removed(path, value));
      after.result().ifPresent(value -> added(path, value));
    }
  }

  private void removed(TreePath path, TreeValue value) {
    out.add(path, Kind.REMOVED, Shown.of(value, before), "");
  }

  private void added(TreePath path, TreeValue value) {
    out.add(path, Kind.ADDED, "", Shown.of(value, after));
  }

  private void slots(Task task) {
    Map<String, TreeSlot> others = new LinkedHashMap<>();
    task.after().slots().forEach(slot -> others.put(slot.owner() + "#" + slot.name(), slot));
    for (TreeSlot slot : task.before().slots()) {
      TreePath path = task.path().named(slot.name());
      TreeSlot other = others.remove(slot.owner() + "#" + slot.name());
      if (other == null) {
        removed(path, slot.value());
      } else {
        compare(path, slot.value(), other.value());
      }
    }
    others.values().forEach(slot -> added(task.path().named(slot.name()), slot.value()));
  }

  private void body(Task task) {
    TreeNode one = task.before();
    TreeNode other = task.after();
    if (one.body() == Body.NONE || one.body() != other.body()) {
      return;
    }
    if (one.body() == Body.ENTRIES) {
      elements.entries(task.path(), one, other);
    } else if (one.ordered()) {
      elements.sequence(task.path(), one, other);
    } else {
      elements.heap(task.path(), one, other);
    }
  }

  private void compare(TreePath path, TreeValue one, TreeValue other) {
    if (one instanceof Ref a && other instanceof Ref b) {
      objects(path, a, b);
    } else if (one instanceof Leaf a && other instanceof Leaf b) {
      leaves(path, a, b);
    } else {
      out.add(path, Kind.CHANGED, Shown.of(one, before), Shown.of(other, after));
    }
  }

  private void leaves(TreePath path, Leaf one, Leaf other) {
    if (!one.type().equals(other.type()) || !one.exact().equals(other.exact())) {
      Shown.Pair shown = Shown.Pair.of(one, other);
      out.add(path, Kind.CHANGED, shown.before(), shown.after());
    }
  }

  private void objects(TreePath path, Ref one, Ref other) {
    TreeNode a = before.object(one);
    TreeNode b = after.object(other);
    if (!a.className().equals(b.className()) || a.isPlaceholder() != b.isPlaceholder()) {
      out.add(path, Kind.CHANGED, described(one, before), described(other, after));
      return;
    }
    Meeting meeting = twins.meet(one.number(), other.number(), path);
    if (meeting == Meeting.ALIAS || meeting == Meeting.KNOWN_ALIAS) {
      out.add(
          path,
          Kind.ALIAS,
          same(path, twins.pathBefore(one.number())),
          same(path, twins.pathAfter(other.number())));
    }
    if (meeting == Meeting.NEW || meeting == Meeting.ALIAS) {
      found.add(new Task(path, a, b));
    }
  }

  private static String described(Ref ref, SnapshotTree tree) {
    boolean named = tree.object(ref).isPlaceholder();
    return Shown.of(ref, tree) + (named ? ", not in the snapshot" : "");
  }

  private static String same(TreePath path, TreePath first) {
    return first == path ? "an object of its own" : "the object at " + first;
  }
}
