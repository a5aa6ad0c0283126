package dev.cairn.core.explain;

import dev.cairn.core.catalog.CheckpointDiff;
import dev.cairn.core.codec.tree.Difference;
import dev.cairn.core.engine.match.InputDifferences;
import dev.cairn.core.engine.match.InputDifferences.Side;
import dev.cairn.core.engine.match.RecordedCalls;
import dev.cairn.core.engine.match.Standing;
import dev.cairn.core.engine.match.Untold;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.AttemptNotes;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Why each recorded call of a run ran, where it was restored, and what the next start makes of it:
 * as far as the log tells. Immutable.
 */
public final class RunExplanation {
  private final RunHistory run;
  private final RecordedCalls recorded;
  private final Map<CallPath, Checkpoint> counting = new HashMap<>();
  private final Map<CallPath, Long> latest = new HashMap<>();
  private final Map<Long, Set<Long>> restored = new HashMap<>();

  /** Explains a run as it was when it was read. */
  public RunExplanation(RunHistory run) {
    this(run, RecordedCalls.of(run));
  }

  /** Explains what a start has come to know of it. */
  RunExplanation(RunHistory run, RecordedCalls recorded) {
    this.run = run;
    this.recorded = recorded;
    for (Checkpoint one : run.checkpoints()) {
      latest.put(one.call().path(), one.seq());
      if (recorded.standing(one) == Standing.COUNTS) {
        counting.put(one.call().path(), one);
      }
    }
    for (AttemptNotes said : run.notes()) {
      for (long entry : Untold.restoredBy(said.notes())) {
        restored.computeIfAbsent(entry, e -> new HashSet<>()).add(said.epoch());
      }
    }
  }

  /**
   * What is known of one call.
   *
   * @param checkpoint its record
   * @param ran why its body ran
   * @param restoredBy the attempts that are known to have used the record
   * @param next what the next start makes of it
   */
  public record Call(Checkpoint checkpoint, String ran, List<Long> restoredBy, String next) {}

  /** All recorded calls, in the log's order. */
  public List<Call> calls() {
    return run.checkpoints().stream().map(this::call).toList();
  }

  private Call call(Checkpoint one) {
    String reason = one.call().reason();
    return new Call(
        one,
        reason.isEmpty() ? "not recorded" : reason,
        restored.getOrDefault(one.seq(), Set.of()).stream().sorted().toList(),
        run.status() == RunHistory.Status.UNFINISHED ? next(one) : "nothing: the run is over");
  }

  /** What the next start makes of a record of an unfinished run. */
  String next(Checkpoint one) {
    return switch (recorded.standing(one)) {
      case COUNTS -> counts(one);
      case REPLACED ->
          "not used: entry " + latest.get(one.call().path()) + " is a later one of this call";
      case VOID ->
          "runs, because an earlier call ran anew; restored only if its stage has cutoff = true";
      case INVALIDATED -> "runs: declared void by invalidate";
      case UNDONE -> "not used: it belongs to a try whose effects were put back";
      case UNCERTAIN ->
          "runs: an entry behind it is damaged, which may have said that its try was put back";
      case DAMAGED -> "runs: " + damage(one);
    };
  }

  private String counts(Checkpoint one) {
    CallPath parent = one.call().path().parent();
    for (; !parent.keys().isEmpty(); parent = parent.parent()) {
      if (counting.containsKey(parent)) {
        return "restored with " + parent + " around it, which is recorded too";
      }
    }
    return "restored, if inputs and code are as recorded";
  }

  private String damage(Checkpoint one) {
    return run.damages().stream()
        .filter(damage -> damage.seq() == one.seq())
        .map(
            damage ->
                damage.subject() + ": expected " + damage.expected() + ", found " + damage.found())
        .findFirst()
        .orElse("its snapshot was forgotten");
  }

  /**
   * In what the inputs of a call differ from those of the record that it was compared with, as both
   * calls left them; holds values of the application.
   *
   * @return none where it was not compared, or a snapshot cannot be read
   */
  public List<Difference> differences(Checkpoint one, CheckpointDiff diff) {
    OptionalLong other = Untold.comparedBy(one.call().notes());
    return run.checkpoints().stream()
        .filter(record -> other.isPresent() && record.seq() == other.getAsLong())
        .flatMap(record -> differences(record, one, diff))
        .toList();
  }

  private static Stream<Difference> differences(
      Checkpoint record, Checkpoint one, CheckpointDiff diff) {
    try {
      return InputDifferences.between(side(record, diff), side(one, diff)).stream();
    } catch (DamagedException | CodecException | UnsupportedFormatException e) {
      return Stream.empty();
    }
  }

  private static Side side(Checkpoint one, CheckpointDiff diff) {
    return new Side(one.call().parts(), diff.state(one));
  }

  /** By attempt, the calls that are known to have run without a record, each with the reason. */
  public Map<Long, List<String>> unprotected() {
    Map<Long, List<String>> unprotected = new TreeMap<>();
    for (AttemptNotes said : run.notes()) {
      List<String> told = Untold.unprotectedBy(said.notes());
      if (!told.isEmpty()) {
        unprotected.merge(
            said.epoch(),
            told,
            (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
      }
    }
    return unprotected;
  }
}
