package dev.cairn.testkit.neighbours;

import dev.cairn.core.StateTransfer;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.RunSummary;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.retention.Pruner;
import dev.cairn.core.retention.RetentionPolicy;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.ManualClock;
import dev.cairn.testkit.crash.States;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a process does with a store. What cannot be done beside another process fails by an
 * error of Cairn's, and the next is tried.
 */
final class Work {
  private static final RunKey SHARED = new RunKey("shared", "all");
  private static final String IMPORTED = "imported";

  private final Resident resident;
  private final Ledger ledger;
  private final RunKey own;
  private final int first;

  Work(Resident resident, Ledger ledger) {
    this.resident = resident;
    this.ledger = ledger;
    this.own = new RunKey("own", "of " + resident.pid());
    // small, large, like the large one: from a multiple of three on
    this.first = resident.pid() * 300;
  }

  void doAll(Storage storage) {
    attempt(
        () -> {
          try (RunStore store = resident.open(storage)) {
            doAll(store);
          }
        });
  }

  private void doAll(RunStore store) {
    attempt(() -> complete(store, own, first));
    attempt(() -> complete(store, own, first + 30));
    require(() -> verify(store));
    attempt(() -> prune(store));
    attempt(() -> complete(store, SHARED, first + 60));
    attempt(() -> transfer(store));
    attempt(() -> delete(store));
    require(() -> list(store));
    require(() -> verify(store));
  }

  /** Reading is always possible, whatever the other one does. */
  private void require(Runnable step) {
    try {
      step.run();
    } catch (CairnException e) {
      ledger.fault("cannot be read: " + e);
    }
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (CairnException e) {
      if (!String.valueOf(e.getMessage()).startsWith("Cannot ")) {
        ledger.fault("no sentence: " + e);
      }
    }
  }

  /** Saves, forgets, and ends a run. */
  private void complete(RunStore store, RunKey key, int number) {
    try (RunLog log = begin(store, key).orElse(null)) {
      if (log != null) {
        save(log, number, Optional.empty());
        Checkpoint large = save(log, number + 1, Optional.empty());
        Checkpoint delta = save(log, number + 2, Optional.of(large));
        Set<Checkpoint> both = Set.of(large, delta);
        ledger.forgetting(both);
        log.forget(Set.of(large.seq(), delta.seq()));
        save(log, number + 4, Optional.empty());
        byte[] result = States.state(number + 7);
        log.end("kryo", List.of(), Payload.of(result), RunEnd.PLAIN);
        ledger.ended(log.run(), result);
      }
    }
  }

  /** Goes on with the newest run or opens the next; empty where another process owns it. */
  private static Optional<RunLog> begin(RunStore store, RunKey key) {
    Optional<RunHistory> newest = store.newest(key);
    if (newest.isPresent() && newest.get().status() == Status.UNFINISHED) {
      return store.claim(newest.get()) instanceof Claim.Claimed claimed
          ? Optional.of(claimed.log())
          : Optional.empty();
    }
    int generation = newest.map(run -> run.run().generation() + 1).orElse(1);
    return store.create(key, generation, States.FACTS);
  }

  private Checkpoint save(RunLog log, int number, Optional<Checkpoint> base) {
    byte[] state = States.state(number);
    Checkpoint one = log.commit(States.call(number), Payload.of(state), base);
    ledger.saved(one, state);
    return one;
  }

  private static void prune(RunStore store) {
    new Pruner(store, ManualClock.atNoon())
        .prune(List.of(new RetentionPolicy.KeepLast(1)), run -> true);
  }

  private void delete(RunStore store) {
    store
        .newest(SHARED)
        .ifPresent(
            run -> {
              ledger.deleting(run.run());
              store.delete(run);
            });
  }

  /** Takes a checkpoint out of one run and puts it into another. */
  private void transfer(RunStore store) {
    store
        .newest(own)
        .flatMap(run -> run.checkpoints().stream().filter(run::isUsable).findFirst())
        .ifPresent(
            one -> {
              StateTransfer transfer = new StateTransfer(store);
              ledger.saved(
                  transfer
                      .into(IMPORTED, Optional.of("of " + first), transfer.exported(one))
                      .checkpoint(),
                  States.state((int) one.call().began()));
            });
  }

  private void list(RunStore store) {
    new Catalog(store)
        .runs().stream()
            .filter(run -> run.damages() > 0)
            .map(RunSummary::toString)
            .forEach(ledger::fault);
  }

  private void verify(RunStore store) {
    new Catalog(store)
        .verify(run -> true, true)
        .findings()
        .forEach(finding -> ledger.fault(finding.toString()));
  }
}
