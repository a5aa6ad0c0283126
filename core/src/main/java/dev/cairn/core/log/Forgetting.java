package dev.cairn.core.log;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.storage.Storage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which checkpoints of a run may be given up, and which packs that leaves without a use. */
final class Forgetting {
  private final RunHistory run;
  private final Set<Long> entries;
  private final List<Checkpoint> kept;

  /**
   * Checkpoints to give up.
   *
   * @throws ConfigurationException if one is none, or is the base of another that is kept
   */
  Forgetting(RunHistory run, Set<Long> entries) {
    this.run = run;
    this.entries = new TreeSet<>(entries);
    this.kept =
        run.checkpoints().stream()
            .filter(one -> !run.isForgotten(one) && !entries.contains(one.seq()))
            .toList();
    requireCheckpoints();
    requireUnneeded();
  }

  private void requireCheckpoints() {
    Set<Long> unknown = new TreeSet<>(entries);
    run.checkpoints().forEach(one -> unknown.remove(one.seq()));
    if (!unknown.isEmpty()) {
      throw refused("expected entries that are checkpoints, found that these are none", unknown);
    }
  }

  private void requireUnneeded() {
    Set<Long> needed = new TreeSet<>(run.needed(kept));
    needed.retainAll(entries);
    if (!needed.isEmpty()) {
      throw refused(
          "expected entries that no other is stored as a difference to, found that these are"
              + " needed by later ones; give those up too",
          needed);
    }
  }

  private ConfigurationException refused(String why, Set<Long> which) {
    return new ConfigurationException(
        run.run().toString(), "Cannot forget entries of " + run.run() + ": " + why + ": " + which);
  }

  /** Their slots, in order. */
  List<Long> entries() {
    return List.copyOf(entries);
  }

  /**
   * Removes the packs that only forgotten checkpoints have, those of an earlier forgetting that did
   * not come to it included. Their entry must be durable.
   */
  void sweep(Storage storage) {
    RunFolder folder = run.folder();
    Set<String> unused = packs(run.checkpoints());
    unused.removeAll(packs(kept));
    run.result().flatMap(result -> result.payload().pack()).ifPresent(unused::remove);
    unused.stream().map(folder::pack).forEach(storage::delete);
  }

  private static Set<String> packs(List<Checkpoint> checkpoints) {
    return checkpoints.stream()
        .map(one -> one.payload().pack())
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
