package dev.cairn.core.graph;

import dev.cairn.core.graph.hash.ChangeDetector;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.number.KindsAhead;
import java.util.function.BiPredicate;

/** Looks whether what was walked is as it was, up to the first object that is not. For one use. */
public final class Standing {
  private final WalkedGraph walked;
  private final KindsAhead ahead;
  private final ChangeDetector changes;

  private Standing(WalkedGraph walked) {
    this.walked = walked;
    this.ahead = walked.kindsAhead();
    this.changes = walked.changes();
  }

  /**
   * Whether all state but the frame is as it was.
   *
   * @param further what else must hold of each object
   */
  public static boolean isAll(WalkedGraph walked, BiPredicate<Object, NodeKind> further) {
    return new Standing(walked).isAll(further);
  }

  private boolean isAll(BiPredicate<Object, NodeKind> further) {
    for (int number = 1; number < walked.size(); number++) {
      if (ahead.of(number, walked.size()) instanceof NodeKind kind
          && walked.isSaved(number)
          && !(is(number, kind) && further.test(walked.object(number), kind))) {
        return false;
      }
    }
    return true;
  }

  private boolean is(int number, NodeKind kind) {
    kind.visit(walked.object(number), changes.begin(number, kind));
    return changes.isUnchanged(number);
  }
}
