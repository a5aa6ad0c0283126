package dev.cairn.testkit.crash;

import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunId;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.testkit.crash.BrokenPromise.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What processes were told by a store up to some moment. */
final class Promises {
  private boolean made;
  private final List<Secret> secrets = new ArrayList<>();
  private final Set<Checkpoint> saved = new LinkedHashSet<>();
  private final Map<RunId, Long> epochs = new HashMap<>();
  private final Set<RunId> deleting = new HashSet<>();
  private final Set<RunId> deleted = new HashSet<>();

  void made() {
    made = true;
  }

  boolean isMade() {
    return made;
  }

  /** From now on another secret may open the store too. */
  void mayOpen(Secret secret) {
    secrets.add(secret);
  }

  /** From now on only this one does. */
  void opens(Secret secret) {
    secrets.clear();
    secrets.add(secret);
  }

  List<Optional<Secret>> secrets() {
    return secrets.isEmpty()
        ? List.of(Optional.empty())
        : secrets.stream().map(Optional::of).toList();
  }

  void claimed(RunId run, long epoch) {
    epochs.put(run, epoch);
  }

  void saved(Checkpoint checkpoint) {
    long epoch = epochs.getOrDefault(checkpoint.run(), 0L);
    if (checkpoint.epoch() < epoch) {
      throw new BrokenPromise(
          Kind.TWO_OWNERS, "epoch " + checkpoint.epoch() + " commits after epoch " + epoch);
    }
    if (deleted.contains(checkpoint.run())) {
      throw new BrokenPromise(Kind.LOST, "commits to " + checkpoint.run() + ", which was deleted");
    }
    saved.add(checkpoint);
  }

  Set<Checkpoint> saved() {
    return saved;
  }

  void forgetting(RunId run, Set<Long> entries) {
    saved.removeIf(one -> one.run().equals(run) && entries.contains(one.seq()));
  }

  void deleting(RunId run) {
    deleting.add(run);
  }

  boolean isDeleting(RunId run) {
    return deleting.contains(run);
  }

  void deleted(RunId run) {
    deleted.add(run);
  }

  Set<RunId> deleted() {
    return deleted;
  }
}
