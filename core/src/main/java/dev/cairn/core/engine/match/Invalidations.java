package dev.cairn.core.engine.match;

import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records that a person declared void: those of a stage, and of the calls around them, whose
 * effects hold theirs. They are as if they had not been made. Immutable.
 */
final class Invalidations {
  private final Set<Long> entries = new HashSet<>();
  private final Set<List<String>> places = new HashSet<>();
  private final Map<Long, Long> firstBegan = new HashMap<>();

  Invalidations(List<Checkpoint> checkpoints, List<Amendment> amendments) {
    for (Amendment amendment : amendments) {
      if (amendment.kind() == Amendment.Kind.INVALIDATE) {
        List<Checkpoint> before =
            checkpoints.stream().filter(one -> one.seq() < amendment.seq()).toList();
        before.stream()
            .filter(one -> one.call().stage().equals(amendment.stage()))
            .forEach(one -> add(one, amendment, before));
      }
    }
  }

  private void add(Checkpoint one, Amendment amendment, List<Checkpoint> before) {
    firstBegan.merge(amendment.seq(), one.call().began(), Math::min);
    before.stream()
        .filter(other -> isAt(one.call().path(), other.call().path()))
        .forEach(
            other -> {
              entries.add(other.seq());
              places.add(stages(other.call().path()));
            });
  }

  /** Whether a path is that of a call, or of one around it. */
  private static boolean isAt(CallPath call, CallPath path) {
    int depth = path.keys().size();
    return depth <= call.keys().size() && call.keys().subList(0, depth).equals(path.keys());
  }

  private static List<String> stages(CallPath path) {
    return path.keys().stream().map(CallKey::stage).toList();
  }

  /** The point after which earlier records do not count either, by the entry that says so. */
  Map<Long, Long> firstBegan() {
    return firstBegan;
  }

  boolean contains(Checkpoint checkpoint) {
    return entries.contains(checkpoint.seq());
  }

  /** Whether a call that has no record is one whose record was declared void. */
  boolean mayHold(CallPath path) {
    return places.contains(stages(path));
  }
}
