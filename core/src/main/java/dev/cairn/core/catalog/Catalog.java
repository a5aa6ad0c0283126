package dev.cairn.core.catalog;

import dev.cairn.core.catalog.ReadRuns.Found;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.event.Progress;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.PayloadFacts;
import dev.cairn.core.model.RunId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a store: what the command line and the console show. Values only, no texts. */
public final class Catalog {
  private static final int SHOWN = 10;

  private final RunStore store;

  /** Looks at a store that the caller opened and closes. */
  public Catalog(RunStore store) {
    this.store = store;
  }

  /** All runs, the one with the newest entry first; one that cannot be read hides no other. */
  public List<RunSummary> runs() {
    ReadRuns read = read(run -> true);
    return Stream.concat(
            read.histories().stream().map(this::summary),
            read.unreadable().stream().map(RunSummary::unreadable))
        .sorted(Comparator.comparing(RunSummary::lastEntryAt).reversed())
        .toList();
  }

  /** The checkpoints that are wanted. */
  public CheckpointPage checkpoints(CheckpointQuery query) {
    ReadRuns read = read(query::wants);
    return query.page(read.checkpoints(), read.damages());
  }

  /** Figures of the checkpoints that are wanted, and of all runs that they may be of. */
  public Statistics statistics(CheckpointQuery query) {
    return Statistics.of(read(query::wants), query);
  }

  /**
   * Looks for damage.
   *
   * @param runs which runs
   * @param deep whether every snapshot is read to its last byte, or only the logs are, and whether
   *     what they name is there
   */
  public Verification verify(Predicate<RunId> runs, boolean deep) {
    return verify(runs, deep, Progress.NONE);
  }

  /** The same, and shows how far it is. */
  public Verification verify(Predicate<RunId> runs, boolean deep, Progress progress) {
    List<RunId> wanted = store.runs().stream().filter(runs).toList();
    ReadRuns read = ReadRuns.of(wanted, store.each(wanted, run -> found(() -> store.find(run))));
    StoreVerifier verifier = new StoreVerifier(store).logs(read);
    return (deep ? verifier.snapshots(read, progress) : verifier).result();
  }

  private ReadRuns read(Predicate<RunId> wanted) {
    List<RunId> runs = store.runs().stream().filter(wanted).toList();
    return ReadRuns.of(runs, store.eachListed(runs, (run, history) -> found(history)));
  }

  private static Found found(Supplier<Optional<RunHistory>> history) {
    try {
      return new Found(history.get(), true);
    } catch (StoreException e) {
      if (e.retryable()) {
        throw e;
      }
      return new Found(Optional.empty(), false);
    }
  }

  /** One line about a run. */
  public RunSummary summary(RunHistory history) {
    return new RunSummary(
        history.run(),
        history.opened().map(OpenFacts::key).orElse(""),
        history.status(),
        store.liveness(history),
        history.attempts().size(),
        history.checkpoints().size(),
        bytes(history, PayloadFacts::rawBytes),
        bytes(history, PayloadFacts::storedBytes),
        history.openedAt(),
        history.lastEntryAt(),
        history.damages().size());
  }

  private static long bytes(RunHistory history, ToLongFunction<PayloadFacts> size) {
    return history.checkpoints().stream().map(Checkpoint::payload).mapToLong(size).sum();
  }

  /**
   * One run by the form that people see: {@code nightly/3f9a2c1b/7}, with at least as many digits
   * of the key as tell it from others.
   *
   * @throws ConfigurationException if there is none, or several: the message names them
   */
  public RunHistory show(String run) {
    List<RunId> all = store.runs();
    List<RunId> matches = all.stream().filter(id -> matches(id, run)).toList();
    if (matches.size() > 1) {
      throw new ConfigurationException(
          run,
          "Cannot tell which run is meant by " + run + ": expected one, found " + names(matches));
    }
    return matches.stream().findFirst().flatMap(store::find).orElseThrow(() -> unknown(run, all));
  }

  /**
   * One checkpoint: {@code RUN#ENTRY}, {@code RUN/STAGE} or {@code RUN/STAGE#NUMBER}.
   *
   * @throws ConfigurationException if there is none, or several: the message names them
   */
  public Checkpoint checkpoint(String name) {
    CheckpointName wanted = CheckpointName.of(name);
    return wanted.find(show(wanted.run()));
  }

  private static boolean matches(RunId id, String run) {
    String generation = "/" + id.generation();
    String start = id.pipeline() + "/";
    if (!run.startsWith(start) || !run.endsWith(generation)) {
      return false;
    }
    int end = run.length() - generation.length();
    String digits = start.length() < end ? run.substring(start.length(), end) : "";
    return !digits.isEmpty() && id.keyDigest().startsWith(digits);
  }

  private static ConfigurationException unknown(String run, List<RunId> all) {
    List<RunId> similar =
        all.stream().filter(id -> run.startsWith(id.pipeline() + "/")).limit(SHOWN).toList();
    String found =
        all.isEmpty() ? "a store without runs" : names(similar.isEmpty() ? all : similar);
    return new ConfigurationException(
        run,
        "Cannot find the run "
            + run
            + ": expected PIPELINE/KEY/GENERATION as the list of runs shows it, found "
            + found);
  }

  // Two runs may look alike in the short form, so their keys stand in full.
  private static String names(List<RunId> runs) {
    return runs.stream()
        .limit(SHOWN)
        .map(id -> id.pipeline() + "/" + id.keyDigest() + "/" + id.generation())
        .collect(Collectors.joining(", "));
  }
}
