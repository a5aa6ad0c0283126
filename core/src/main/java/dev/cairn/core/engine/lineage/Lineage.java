package dev.cairn.core.engine.lineage;

import dev.cairn.core.model.Checkpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which checkpoints of a run hold which objects, so that a new one finds the earlier one that is
 * most like it. Keeps no object alive. A wrong answer costs bytes in the store and nothing else.
 * Thread-safe.
 */
public final class Lineage {
  private final WeakObjects<Span> spans = new WeakObjects<>();
  private final Map<String, Checkpoint> stages = new HashMap<>();

  /** The checkpoints between which an object was held. */
  private record Span(long first, Checkpoint newest) {
    boolean covers(Checkpoint checkpoint) {
      return first <= checkpoint.seq() && checkpoint.seq() <= newest.seq();
    }
  }

  /**
   * Remembers what a checkpoint holds.
   *
   * @param held the objects nearest to its inputs and to what is new in it
   */
  public synchronized void add(Checkpoint checkpoint, List<Object> held) {
    stages.merge(checkpoint.call().stage(), checkpoint, Lineage::newer);
    held.forEach(object -> spans.put(object, span(spans.get(object), checkpoint)));
  }

  private static Span span(@Nullable Span before, Checkpoint checkpoint) {
    return before == null
        ? new Span(checkpoint.seq(), checkpoint)
        : new Span(Math.min(before.first(), checkpoint.seq()), newer(before.newest(), checkpoint));
  }

  private static Checkpoint newer(Checkpoint one, Checkpoint other) {
    return one.seq() > other.seq() ? one : other;
  }

  /**
   * The newest checkpoint that holds three quarters of what any holds of these objects; where none
   * holds anything of them, the newest of the stage.
   *
   * @param objects those nearest to the inputs
   */
  public synchronized Optional<Checkpoint> nearest(String stage, List<Object> objects) {
    List<Span> known = objects.stream().flatMap(object -> spans.find(object).stream()).toList();
    Set<Checkpoint> candidates = new HashSet<>();
    known.forEach(span -> candidates.add(span.newest()));
    long most = candidates.stream().mapToLong(one -> covering(known, one)).max().orElse(0);
    return candidates.stream()
        .filter(one -> 4 * covering(known, one) >= 3 * most)
        .reduce(Lineage::newer)
        .or(() -> Optional.ofNullable(stages.get(stage)));
  }

  private static long covering(List<Span> known, Checkpoint checkpoint) {
    return known.stream().filter(span -> span.covers(checkpoint)).count();
  }
}
