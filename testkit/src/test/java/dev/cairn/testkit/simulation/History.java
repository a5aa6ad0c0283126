package dev.cairn.testkit.simulation;

import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all processes were told, and what must follow from it. */
final class History {
  private final Map<RunId, Long> claimed = new HashMap<>();
  private final Map<String, Integer> committers = new HashMap<>();
  private final Map<Checkpoint, byte[]> saved = new HashMap<>();
  private final Map<RunId, Set<Long>> forgetting = new HashMap<>();
  private final Set<RunId> deleting = new HashSet<>();
  private final Set<RunId> deleted = new HashSet<>();
  private final List<String> broken = new ArrayList<>();

  void claimed(RunId run, long epoch) {
    claimed.merge(run, epoch, Math::max);
  }

  /** The newest claim that anybody was told of: whoever begins to commit now must have it. */
  long newestClaim(RunId run) {
    return claimed.getOrDefault(run, 0L);
  }

  boolean isDeleted(RunId run) {
    return deleted.contains(run);
  }

  /**
   * A commit returned.
   *
   * @param newest the newest claim when it began
   * @param gone whether the run was deleted when it began
   */
  void saved(Checkpoint checkpoint, byte[] state, int process, long newest, boolean gone) {
    require(checkpoint.epoch() >= newest, "an older owner commits after a newer claim");
    require(!gone, "a commit to a run that was deleted");
    String epoch = checkpoint.run() + " " + checkpoint.epoch();
    require(
        committers.merge(epoch, process, (one, other) -> one.equals(other) ? one : -1) == process,
        "two owners of one epoch");
    saved.put(checkpoint, state);
  }

  void forgetting(RunId run, Set<Long> entries) {
    forgetting.computeIfAbsent(run, none -> new HashSet<>()).addAll(entries);
  }

  void deleting(RunId run) {
    deleting.add(run);
  }

  void deleted(RunId run) {
    deleted.add(run);
  }

  void require(boolean kept, String otherwise) {
    if (!kept) {
      broken.add(otherwise);
    }
  }

  /** In the end everything that was acknowledged is there, and everything that is there loads. */
  List<String> broken(RunStore store) {
    Map<RunId, RunHistory> runs = new HashMap<>();
    store.runs().forEach(run -> store.find(run).ifPresent(found -> runs.put(run, found)));
    saved.keySet().forEach(one -> requirePresent(one, runs.get(one.run())));
    deleted.forEach(run -> require(isGone(runs.get(run)), "a deleted run is there again"));
    runs.values().stream().filter(run -> !isGone(run)).forEach(run -> requireSound(run, store));
    return broken;
  }

  private static boolean isGone(@Nullable RunHistory run) {
    return run != null && run.status() == Status.DELETED;
  }

  private void requirePresent(Checkpoint checkpoint, @Nullable RunHistory run) {
    boolean excused =
        isGone(run) && deleting.contains(checkpoint.run())
            || forgetting.getOrDefault(checkpoint.run(), Set.of()).contains(checkpoint.seq());
    boolean present =
        run != null && run.checkpoints().contains(checkpoint) && run.isUsable(checkpoint);
    require(excused || present, "an acknowledged checkpoint is lost");
  }

  private void requireSound(RunHistory run, RunStore store) {
    require(run.damages().isEmpty(), "damage");
    run.checkpoints().stream()
        .filter(run::isUsable)
        .forEach(one -> require(loads(one, store), "a listed checkpoint does not load"));
  }

  /** Whether it can be read, and is what was saved as far as that is known. */
  boolean loads(Checkpoint checkpoint, RunStore store) {
    byte[] state = saved.get(checkpoint);
    byte[] read = store.read(checkpoint).toBytes();
    return state == null || Arrays.equals(state, read);
  }
}
