package dev.cairn.core.retention;

import dev.cairn.core.event.Progress;
import dev.cairn.core.event.Progress.Task;
import dev.cairn.core.event.Progress.Unit;
import dev.cairn.core.event.Progress.Work;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.RunId;
import dev.cairn.core.retention.RetentionPolicy.KeepLast;
import dev.cairn.core.retention.RetentionPolicy.KeepTagged;
import dev.cairn.core.retention.RetentionPolicy.KeepWithin;
import dev.cairn.core.retention.RetentionPolicy.MaxSize;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the finished runs that rules give up, and deletes them. For one thread. */
public final class Pruner {
  private final RunStore store;
  private final InstantSource clock;

  /** Prunes a store that the caller opened and closes. */
  public Pruner(RunStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What would go, the newest first of each pipeline; nothing is changed.
   *
   * @param runs the runs that are looked at; rules count no others
   */
  public List<PrunedRun> plan(List<RetentionPolicy> rules, Predicate<RunId> runs) {
    Map<String, List<RunHistory>> byPipeline =
        store
            .eachListed(
                store.runs().stream().filter(runs).toList(), (run, history) -> history.get())
            .stream()
            .flatMap(Optional::stream)
            .filter(run -> run.status() == Status.COMPLETE)
            .sorted(Comparator.comparing(RunHistory::lastEntryAt).reversed().thenComparing(newer()))
            .collect(
                Collectors.groupingBy(
                    run -> run.run().pipeline(), LinkedHashMap::new, Collectors.toList()));
    return byPipeline.values().stream().flatMap(some -> plan(rules, some).stream()).toList();
  }

  private static Comparator<RunHistory> newer() {
    return Comparator.<RunHistory>comparingInt(run -> run.run().generation()).reversed();
  }

  private List<PrunedRun> plan(List<RetentionPolicy> rules, List<RunHistory> newestFirst) {
    Map<RunId, PrunedRun> gone = new LinkedHashMap<>();
    for (RetentionPolicy rule : rules) {
      given(rule, newestFirst)
          .forEach((run, why) -> gone.putIfAbsent(run.run(), PrunedRun.of(run, why)));
    }
    newestOfEachKey(newestFirst).forEach(gone::remove);
    newestFirst.stream().filter(run -> isTagged(rules, run)).forEach(run -> gone.remove(run.run()));
    return newestFirst.stream()
        .map(RunHistory::run)
        .filter(gone::containsKey)
        .map(run -> Objects.requireNonNull(gone.get(run)))
        .toList();
  }

  private Map<RunHistory, String> given(RetentionPolicy rule, List<RunHistory> newestFirst) {
    if (rule instanceof KeepLast last) {
      return beyond(last, newestFirst);
    } else if (rule instanceof KeepWithin within) {
      Instant oldest = clock.instant().minus(within.age());
      return newestFirst.stream()
          .filter(run -> run.lastEntryAt().isBefore(oldest))
          .collect(Collectors.toMap(run -> run, run -> "older than " + oldest));
    } else if (rule instanceof MaxSize size) {
      return beyond(size, newestFirst);
    }
    return Map.of();
  }

  private static Map<RunHistory, String> beyond(KeepLast last, List<RunHistory> newestFirst) {
    Map<RunHistory, String> given = new LinkedHashMap<>();
    byKey(newestFirst)
        .forEach(
            some ->
                some.stream()
                    .skip(last.runs())
                    .forEach(run -> given.put(run, "not among the last " + last.runs())));
    return given;
  }

  private static Map<RunHistory, String> beyond(MaxSize size, List<RunHistory> newestFirst) {
    Map<RunHistory, String> given = new LinkedHashMap<>();
    long taken = 0;
    for (RunHistory run : newestFirst) {
      taken += PrunedRun.storedBytes(run);
      if (taken > size.bytes()) {
        given.put(run, "with the newer ones over " + size.bytes() + " bytes");
      }
    }
    return given;
  }

  /** The runs of each key, the newest generation first. */
  private static List<List<RunHistory>> byKey(List<RunHistory> runs) {
    return List.copyOf(
        runs.stream()
            .sorted(newer())
            .collect(
                Collectors.groupingBy(
                    run -> run.run().keyDigest(), LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private static List<RunId> newestOfEachKey(List<RunHistory> runs) {
    return byKey(runs).stream().map(some -> some.get(0).run()).toList();
  }

  private static boolean isTagged(List<RetentionPolicy> rules, RunHistory run) {
    return rules.stream()
        .filter(KeepTagged.class::isInstance)
        .map(rule -> ((KeepTagged) rule).name())
        .anyMatch(
            name ->
                run.checkpoints().stream()
                    .anyMatch(one -> one.call().metadata().containsKey(name)));
  }

  /** Deletes what goes, the oldest of each pipeline first, and tells what went. */
  public List<PrunedRun> prune(List<RetentionPolicy> rules, Predicate<RunId> runs) {
    return prune(rules, runs, Progress.NONE);
  }

  /** The same, and shows how far it is. */
  public List<PrunedRun> prune(
      List<RetentionPolicy> rules, Predicate<RunId> runs, Progress progress) {
    List<PrunedRun> planned = plan(rules, runs);
    try (Work work = progress.begin(new Task("deleting", "runs", planned.size(), Unit.STEPS))) {
      for (int at = planned.size() - 1; at >= 0; at--) {
        store.find(planned.get(at).run()).ifPresent(store::delete);
        work.advance(1);
      }
    }
    return planned;
  }
}
