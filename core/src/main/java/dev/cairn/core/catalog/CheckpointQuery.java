package dev.cairn.core.catalog;

import dev.cairn.core.catalog.ListedCheckpoint.State;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.model.RunId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which checkpoints are wanted, in which order, and which part of them. Each condition narrows what
 * the ones before it left. Immutable.
 */
public final class CheckpointQuery {
  private final Predicate<RunId> runs;
  private final Predicate<ListedCheckpoint> conditions;
  private final CheckpointOrder order;
  private final Page page;

  private record Page(int skip, int atMost) {}

  private CheckpointQuery(
      Predicate<RunId> runs,
      Predicate<ListedCheckpoint> conditions,
      CheckpointOrder order,
      Page page) {
    this.runs = runs;
    this.conditions = conditions;
    this.order = order;
    this.page = page;
  }

  /** All checkpoints of all runs, the newest first. */
  public static CheckpointQuery all() {
    return new CheckpointQuery(
        run -> true, one -> true, CheckpointOrder.newest(), new Page(0, Integer.MAX_VALUE));
  }

  private CheckpointQuery and(Predicate<ListedCheckpoint> condition) {
    return new CheckpointQuery(runs, conditions.and(condition), order, page);
  }

  /** Only those of runs of this pipeline: no other run is read. */
  public CheckpointQuery ofPipeline(String pipeline) {
    return ofRuns(run -> run.pipeline().equals(pipeline));
  }

  /** Only those of this run: no other is read. */
  public CheckpointQuery ofRun(RunId wanted) {
    return ofRuns(wanted::equals);
  }

  private CheckpointQuery ofRuns(Predicate<RunId> condition) {
    return new CheckpointQuery(runs.and(condition), conditions, order, page);
  }

  /** Only those of runs that stand so. */
  public CheckpointQuery ofRunsThatAre(Status status) {
    return and(one -> one.run() == status);
  }

  /** Only those of this stage. */
  public CheckpointQuery ofStage(String stage) {
    return and(one -> one.checkpoint().call().stage().equals(stage));
  }

  /** Only those that stand in one of these ways. */
  public CheckpointQuery in(State... states) {
    List<State> wanted = List.copyOf(Arrays.asList(states));
    return and(one -> wanted.contains(one.state()));
  }

  /** Only those that were committed at this time or later. */
  public CheckpointQuery since(Instant time) {
    return and(one -> !one.checkpoint().at().isBefore(time));
  }

  /** Only those that were committed before this time. */
  public CheckpointQuery before(Instant time) {
    return and(one -> one.checkpoint().at().isBefore(time));
  }

  /** Only those that take at least so many bytes as stored. */
  public CheckpointQuery ofAtLeast(long storedBytes) {
    return and(one -> one.checkpoint().payload().storedBytes() >= storedBytes);
  }

  /** Only those that take at most so many bytes as stored. */
  public CheckpointQuery ofAtMost(long storedBytes) {
    return and(one -> one.checkpoint().payload().storedBytes() <= storedBytes);
  }

  /**
   * Only those whose metadata say so: {@code accuracy>0.9}, {@code model=baseline}, {@code model}
   * for any value. Where both sides are numbers they are compared as such, else as texts.
   *
   * @throws ConfigurationException if the condition has another form
   */
  public CheckpointQuery where(String condition) {
    MetadataCondition metadata = MetadataCondition.of(condition);
    return and(one -> metadata.holds(one.checkpoint().call().metadata()));
  }

  /** The same in another order. */
  public CheckpointQuery sorted(CheckpointOrder other) {
    return new CheckpointQuery(runs, conditions, other, page);
  }

  /**
   * Only a part of those that are wanted, in their order.
   *
   * @param skip so many come before
   * @param atMost no more than these
   */
  public CheckpointQuery page(int skip, int atMost) {
    if (skip < 0 || atMost < 1) {
      throw new ConfigurationException(
          "page",
          "Cannot list "
              + atMost
              + " checkpoints after "
              + skip
              + ": expected at least one, after none or more");
    }
    return new CheckpointQuery(runs, conditions, order, new Page(skip, atMost));
  }

  boolean wants(RunId run) {
    return runs.test(run);
  }

  Stream<ListedCheckpoint> matching(Stream<ListedCheckpoint> given) {
    return given.filter(conditions);
  }

  /**
   * The part of some checkpoints that is wanted.
   *
   * @param damages how many things are damaged where they come from
   */
  public CheckpointPage page(Stream<ListedCheckpoint> given, int damages) {
    List<ListedCheckpoint> all = matching(given).sorted(order.comparator()).toList();
    List<ListedCheckpoint> shown = all.stream().skip(page.skip()).limit(page.atMost()).toList();
    return new CheckpointPage(all.size(), page.skip(), shown, damages);
  }
}
