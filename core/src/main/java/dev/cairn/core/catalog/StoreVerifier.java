package dev.cairn.core.catalog;

import dev.cairn.core.catalog.Verification.Finding;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.event.Progress;
import dev.cairn.core.event.Progress.Task;
import dev.cairn.core.event.Progress.Unit;
import dev.cairn.core.event.Progress.Work;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks for damage in a store and changes nothing. For one thread and one verification. */
final class StoreVerifier {
  private final RunStore store;
  private final List<Finding> findings = new ArrayList<>();
  private int runs;
  private int checkpoints;
  private long readBytes;

  StoreVerifier(RunStore store) {
    this.store = store;
  }

  /** Reads the logs of some runs and looks whether what they name is there. */
  StoreVerifier logs(ReadRuns read) {
    read.unreadable().forEach(this::noteUnreadable);
    read.histories().forEach(this::noteDamages);
    return this;
  }

  private void noteUnreadable(RunId run) {
    runs++;
    findings.add(new Finding(run, 0, run.toString(), "the storage does not let this run be read"));
  }

  private void noteDamages(RunHistory history) {
    runs++;
    checkpoints += (int) wanted(history).count();
    history.damages().stream()
        .map(one -> new Finding(history.run(), one.seq(), one.subject(), one.toString()))
        .forEach(findings::add);
    if (history.status() == Status.UNREADABLE && history.damages().isEmpty()) {
      findings.add(new Finding(history.run(), 1, history.run().toString(), "no first entry"));
    }
  }

  private static Stream<Checkpoint> wanted(RunHistory history) {
    return isDeleted(history)
        ? Stream.empty()
        : history.checkpoints().stream().filter(history::isUsable);
  }

  private static boolean isDeleted(RunHistory history) {
    return history.status() == Status.DELETED;
  }

  /** Reads every snapshot and result too, to the last byte. */
  StoreVerifier snapshots(ReadRuns read, Progress progress) {
    Task task = new Task("verifying", "the store", checkpoints, Unit.STEPS);
    try (Work work = progress.begin(task)) {
      for (RunHistory history : read.histories()) {
        snapshots(history, work);
      }
    }
    return this;
  }

  private void snapshots(RunHistory history, Work work) {
    for (Checkpoint one : wanted(history).toList()) {
      read(
          history.run(),
          one.seq(),
          () -> Optional.of(store.read(one)),
          now -> isDeleted(now) || now.isForgotten(one));
      work.advance(1);
    }
    if (!isDeleted(history)) {
      read(history.run(), 0, () -> store.readResult(history), StoreVerifier::isDeleted);
    }
  }

  private void read(
      RunId run, long entry, Supplier<Optional<Payload>> reading, Predicate<RunHistory> givenUp) {
    try {
      readBytes += reading.get().map(Payload::sizeBytes).orElse(0L);
    } catch (CairnException e) {
      if (e.retryable()) {
        throw e;
      }
      // what another process gave up while this one read is no damage
      if (store.find(run).filter(givenUp).isEmpty()) {
        findings.add(new Finding(run, entry, e.subject(), String.valueOf(e.getMessage())));
      }
    }
  }

  Verification result() {
    return new Verification(runs, checkpoints, readBytes, List.copyOf(findings));
  }
}
