package dev.cairn.core.explain;

import static java.util.stream.Collectors.toSet;

import dev.cairn.core.engine.match.Caller;
import dev.cairn.core.engine.match.RecordedCalls;
import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.engine.match.Standing;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the next start makes of a run: call by call as far as it was planned, then what becomes of
 * the other records as far as the log tells. Immutable.
 */
public final class RunPlan {
  private final RunHistory run;
  private final RecordedCalls recorded;
  private final List<Planned> calls = new ArrayList<>();

  /**
   * Plans a run.
   *
   * @param run as its log is
   * @param met the calls that the start has come to, in order
   */
  public RunPlan(RunHistory run, List<Met> met) {
    this.run = run;
    this.recorded = RecordedCalls.of(run);
    met.forEach(this::add);
    addOthers();
  }

  /**
   * A call that a start came to.
   *
   * @param restored whether its record is used; else its body is to run
   * @param reason why
   * @param voids the point after which earlier records do not count if its body runs
   */
  public record Met(CallPath path, boolean restored, String reason, OptionalLong voids) {}

  /** What becomes of a call. */
  public enum Fate {
    /** Its record is used: that was tried. */
    RESTORE,
    /** Its body runs. */
    RUN,
    /** Its record is used if a call comes to it with the recorded inputs and code. */
    PERHAPS
  }

  /**
   * A call, and what becomes of it.
   *
   * @param reason why
   * @param record what an earlier attempt recorded of it, or what it replaces there
   */
  public record Planned(CallPath path, Fate fate, String reason, Optional<Checkpoint> record) {}

  /** All of them: those that the start came to, then the others in the log's order. */
  public List<Planned> calls() {
    return List.copyOf(calls);
  }

  private void add(Met met) {
    CallKey key = met.path().last();
    Place place =
        recorded.take(Caller.at(met.path().parent()), key.stage(), key.discriminator(), false);
    Fate fate = met.restored() ? Fate.RESTORE : Fate.RUN;
    if (fate == Fate.RUN) {
      recorded.replace(place);
      met.voids().ifPresent(recorded::makeVoidAfter);
    }
    calls.add(new Planned(met.path(), fate, met.reason(), place.recorded().taken()));
  }

  private void addOthers() {
    RunExplanation explanation = new RunExplanation(run, recorded);
    Set<CallPath> met = calls.stream().map(Planned::path).collect(toSet());
    Set<Checkpoint> taken = calls.stream().flatMap(c -> c.record().stream()).collect(toSet());
    List<Checkpoint> others =
        run.checkpoints().stream()
            .filter(one -> !taken.contains(one) && !met.contains(one.call().path()))
            .toList();
    Set<CallPath> whole = whole(others);
    others.stream()
        .filter(one -> !isInside(one.call().path(), whole))
        .flatMap(one -> other(one, explanation).stream())
        .forEach(calls::add);
  }

  /** The calls that are restored, or would be, so that those inside them are not asked for. */
  private Set<CallPath> whole(List<Checkpoint> others) {
    Stream<CallPath> restored =
        calls.stream().filter(call -> call.fate() == Fate.RESTORE).map(Planned::path);
    Stream<CallPath> counting =
        others.stream()
            .filter(one -> recorded.standing(one) == Standing.COUNTS)
            .map(one -> one.call().path());
    return Stream.concat(restored, counting).collect(toSet());
  }

  private static boolean isInside(CallPath path, Set<CallPath> whole) {
    CallPath around = path.parent();
    while (!around.keys().isEmpty() && !whole.contains(around)) {
      around = around.parent();
    }
    return !around.keys().isEmpty();
  }

  private Optional<Planned> other(Checkpoint one, RunExplanation explanation) {
    return switch (recorded.standing(one)) {
      case COUNTS -> planned(one, Fate.PERHAPS, "if its inputs and its code are as recorded");
      case VOID, INVALIDATED, UNCERTAIN, DAMAGED -> planned(one, Fate.RUN, explanation.next(one));
      case REPLACED, UNDONE -> Optional.empty();
    };
  }

  private static Optional<Planned> planned(Checkpoint one, Fate fate, String reason) {
    return Optional.of(new Planned(one.call().path(), fate, reason, Optional.of(one)));
  }

  /** How many calls have a fate. */
  public int count(Fate fate) {
    return records(fate).size();
  }

  /** How many bytes are to be loaded for the calls of a fate, with the bases of what is stored. */
  public long loadBytes(Fate fate) {
    return loadBytes(records(fate));
  }

  /** The same for one record. */
  public long loadBytes(Checkpoint record) {
    return loadBytes(List.of(record));
  }

  private long loadBytes(List<Checkpoint> records) {
    Set<Long> needed = run.needed(records);
    return run.checkpoints().stream()
        .filter(one -> needed.contains(one.seq()))
        .mapToLong(one -> one.payload().storedBytes())
        .sum();
  }

  /** How long the bodies of the calls of a fate took when they were recorded. */
  public Duration took(Fate fate) {
    return records(fate).stream()
        .map(one -> one.call().took())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private List<Checkpoint> records(Fate fate) {
    return calls.stream()
        .filter(call -> call.fate() == fate)
        .flatMap(call -> call.record().stream())
        .toList();
  }
}
