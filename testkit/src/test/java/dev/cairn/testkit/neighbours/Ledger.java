package dev.cairn.testkit.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What processes were promised, what they gave up, and what they saw that must not be. */
final class Ledger {
  private final Map<Checkpoint, byte[]> saved = new HashMap<>();
  private final Map<RunId, byte[]> results = new HashMap<>();
  private final Set<RunId> givenUp = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  synchronized void saved(Checkpoint checkpoint, byte[] state) {
    saved.put(checkpoint, state);
  }

  synchronized void ended(RunId run, byte[] result) {
    results.put(run, result);
  }

  /** Somebody is about to give them up, and may come to it or not. */
  synchronized void forgetting(Set<Checkpoint> checkpoints) {
    saved.keySet().removeAll(checkpoints);
  }

  /** Somebody is about to delete it, and may come to it or not. */
  synchronized void deleting(RunId run) {
    givenUp.add(run);
  }

  synchronized void fault(String fault) {
    faults.add(fault);
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** Everything is there that nobody gave up, and nothing is damaged. */
  synchronized void requireKept(RunStore store, String when) {
    assertThat(new Catalog(store).verify(run -> true, true).findings()).as(when).isEmpty();
    Map<RunId, RunHistory> runs = new HashMap<>();
    store.runs().forEach(run -> store.find(run).ifPresent(found -> runs.put(run, found)));
    saved.forEach(
        (one, state) -> {
          if (!mayBeGone(one.run(), runs)) {
            assertThat(store.read(one).toBytes()).as("%s, %s", when, one).isEqualTo(state);
          }
        });
    results.forEach(
        (run, result) -> {
          if (!mayBeGone(run, runs)) {
            assertThat(store.readResult(runs.get(run)).orElseThrow().toBytes())
                .as("%s, %s", when, run)
                .isEqualTo(result);
          }
        });
  }

  /** Whether somebody deleted it, or may have pruned it: the newest that is finished stays. */
  private boolean mayBeGone(RunId run, Map<RunId, RunHistory> runs) {
    return givenUp.contains(run)
        || runs.values().stream()
            .filter(other -> other.status() == Status.COMPLETE || other.status() == Status.DELETED)
            .map(RunHistory::run)
            .anyMatch(
                other ->
                    other.pipeline().equals(run.pipeline())
                        && other.keyDigest().equals(run.keyDigest())
                        && other.generation() > run.generation());
  }
}
