package dev.cairn.core.codec.tree;

import dev.cairn.core.graph.kind.Body;
import java.util.List;

/**
 * An object of a snapshot.
 *
 * @param className its class; {@code frame} for the call's inputs themselves
 * @param isPlaceholder whether the snapshot only says that it was there
 * @param slots its fields, and what else it has by name
 * @param body what its elements are
 * @param ordered whether their order means something
 * @param elements its elements; of maps key and value in turn
 */
public record TreeNode(
    String className,
    boolean isPlaceholder,
    List<TreeSlot> slots,
    Body body,
    boolean ordered,
    List<TreeValue> elements) {

  /** An object that is only named. */
  public static TreeNode placeholder(String className) {
    return new TreeNode(className, true, List.of(), Body.NONE, true, List.of());
  }

  /**
   * A field.
   *
   * @param owner the class that declares it; empty where none does
   */
  public record TreeSlot(String owner, String name, TreeValue value) {}
}
