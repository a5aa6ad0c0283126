package dev.cairn.core.codec.tree;

import java.util.List;
import java.util.Optional;

/**
 * The state that a call left, as its snapshot tells it.
 *
 * @param objects all objects by their numbers; the first one has the inputs by name as its slots
 * @param result what the call returned; empty where it has not
 */
public record SnapshotTree(List<TreeNode> objects, Optional<TreeValue> result) {

  /** The object that a value refers to. */
  public TreeNode object(TreeValue.Ref ref) {
    return objects.get(ref.number());
  }

  /** The inputs by name. */
  public TreeNode inputs() {
    return objects.get(0);
  }
}
