package dev.cairn.core;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CairnEvent.RunEnded;
import dev.cairn.core.event.CairnEvent.RunsPruned;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.RunId;
import dev.cairn.core.retention.PrunedRun;
import dev.cairn.core.retention.Pruner;
import dev.cairn.core.retention.RetentionPolicy;
import dev.cairn.core.retention.RetentionPolicy.MaxSize;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Deletes, when a run was completed, finished runs of its pipeline that rules give up. What fails
 * is told once and disturbs nobody: two failed writes close a store for its process, so this one
 * deletes through a store of its own.
 */
final class AutomaticPruning implements CheckpointListener {
  private final Supplier<RunStore> store;
  private final Supplier<RunStore> own;
  private final List<RetentionPolicy> rules;
  private final Listeners listeners;
  private final InstantSource clock;

  /**
   * Pruning by rules.
   *
   * @param store is read, to see whether anything is to go
   * @param own opens another one of the same storage, which is closed here
   * @param listeners are told what went
   */
  AutomaticPruning(
      Supplier<RunStore> store,
      Supplier<RunStore> own,
      List<RetentionPolicy> rules,
      Listeners listeners,
      InstantSource clock) {
    this.store = store;
    this.own = own;
    this.rules = rules;
    this.listeners = listeners;
    this.clock = clock;
  }

  @Override
  public void on(CairnEvent event) {
    if (event instanceof RunEnded ended && ended.outcome() == RunEnded.Outcome.COMPLETE) {
      prune(ended.run().pipeline());
    }
  }

  private void prune(String pipeline) {
    try {
      Predicate<RunId> wanted = wanted(pipeline);
      if (!new Pruner(store.get(), clock).plan(rules, wanted).isEmpty()) {
        delete(pipeline, wanted);
      }
    } catch (CairnException e) {
      listeners.warnOnce(
          "finished runs of "
              + pipeline
              + " could not be pruned, which costs space and nothing else: "
              + e.getMessage());
    }
  }

  private void delete(String pipeline, Predicate<RunId> wanted) {
    try (RunStore opened = own.get()) {
      List<PrunedRun> gone = new Pruner(opened, clock).prune(rules, wanted);
      long bytes = gone.stream().mapToLong(PrunedRun::storedBytes).sum();
      listeners.tell(new RunsPruned(pipeline, gone.size(), bytes));
    }
  }

  // The newest run of a key is kept whatever its age: where there is no other, nothing need be
  // read.
  private Predicate<RunId> wanted(String pipeline) {
    List<RunId> runs =
        store.get().runs().stream().filter(run -> run.pipeline().equals(pipeline)).toList();
    if (rules.stream().anyMatch(MaxSize.class::isInstance)) {
      return run -> run.pipeline().equals(pipeline);
    }
    Map<String, Long> generations =
        runs.stream().collect(Collectors.groupingBy(RunId::keyDigest, Collectors.counting()));
    return run ->
        run.pipeline().equals(pipeline) && generations.getOrDefault(run.keyDigest(), 0L) > 1;
  }
}
