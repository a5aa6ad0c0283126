package dev.cairn.core.engine;

import dev.cairn.core.engine.RunOpener.Request;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.RunId;
import java.util.Locale;
import java.util.Optional;

/**
 * The run that {@code cairn.resume} names: it is resumed once; later calls in the process open
 * their runs as usual. Thread-safe.
 */
final class NamedRun {
  private volatile Optional<String> name;

  NamedRun(Optional<String> name) {
    this.name = name;
  }

  /** Whether this is the run, and is still to be resumed. */
  boolean is(RunId run) {
    return name.filter(run::isCalled).isPresent();
  }

  /** Notes that a run was resumed. */
  synchronized void resumed(RunId run) {
    name = name.filter(text -> !run.isCalled(text));
  }

  /**
   * The named run as it stands, if this call is one of its pipeline.
   *
   * @throws RestoreException if that run cannot be resumed by this call: the user asked for exactly
   *     this one, so no other is opened
   */
  Optional<RunHistory> wantedBy(Request request, RunStore store, String storeName) {
    return name.flatMap(wanted -> fitting(wanted, request, store, storeName));
  }

  private static Optional<RunHistory> fitting(
      String wanted, Request request, RunStore store, String storeName) {
    Optional<RunId> run = store.runs().stream().filter(id -> id.isCalled(wanted)).findFirst();
    if (run.isEmpty()) {
      throw refused(
          wanted,
          "there is none of that name in " + storeName + "; `java -jar cairn.jar runs` lists them");
    }
    return run.filter(id -> id.pipeline().equals(request.key().pipeline()))
        .flatMap(store::find)
        .map(history -> resumable(wanted, request, history, store));
  }

  private static RunHistory resumable(
      String wanted, Request request, RunHistory history, RunStore store) {
    if (!store.isOf(history.run(), request.key())) {
      throw refused(
          wanted,
          "this call has another key, "
              + request.key().text()
              + "; call the pipeline with the run's own"
              + history.opened().map(facts -> " (" + facts.key() + ")").orElse("")
              + ", or set it with -Dcairn.run.key=...");
    }
    if (history.status() != RunHistory.Status.UNFINISHED) {
      throw refused(
          wanted,
          "expected an unfinished run, this one is "
              + history.status().name().toLowerCase(Locale.ROOT)
              + "; start without cairn.resume");
    }
    return history;
  }

  private static RestoreException refused(String wanted, String why) {
    return new RestoreException(wanted, "Cannot resume run " + wanted + ": " + why);
  }
}
