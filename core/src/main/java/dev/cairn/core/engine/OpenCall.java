package dev.cairn.core.engine;

import dev.cairn.core.codec.Rollback;
import dev.cairn.core.codec.Rollback.Discarded;
import dev.cairn.core.engine.match.Code;
import dev.cairn.core.engine.match.Inside;
import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.StageDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A call whose body is running. Its mutable parts are thread-safe. */
final class OpenCall implements Entry.Open {
  private final Facts facts;
  private final @Nullable OpenCall parent;
  private final int depth;
  private final Thread thread = Thread.currentThread();
  private final AtomicReference<@Nullable String> conflict = new AtomicReference<>();
  private final Map<String, String> metadata = new TreeMap<>();
  private final List<Inside> inside = new ArrayList<>();
  private volatile boolean open = true;
  private volatile boolean later;
  private int tries = 1;
  private RunScope.@Nullable Whereabouts outerPlace;
  private @Nullable Rollback keptInputs;

  OpenCall(Facts facts, @Nullable OpenCall parent) {
    this.facts = facts;
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  /**
   * What is known of a call when its body begins.
   *
   * @param run the run
   * @param stage the stage
   * @param invocation receiver and arguments
   * @param inputs the inputs as they are at entry
   * @param place the call's place in the run
   * @param reason why it runs
   * @param code the stage's code
   * @param began its number among the run's calls by their beginnings
   * @param startedAt when
   */
  record Facts(
      Run run,
      StageDefinition stage,
      Invocation invocation,
      WalkedGraph inputs,
      Place place,
      String reason,
      Code code,
      long began,
      Instant startedAt) {}

  Facts facts() {
    return facts;
  }

  @Override
  public Class<?> declaring() {
    return facts.invocation().declaring();
  }

  Run run() {
    return facts.run();
  }

  CallPath path() {
    return facts.place().path();
  }

  /** The innermost call around this one that is still open, this one included. */
  static @Nullable OpenCall nearestOpen(@Nullable OpenCall call) {
    OpenCall candidate = call;
    while (candidate != null && !candidate.open) {
      candidate = candidate.parent;
    }
    return candidate;
  }

  /** A call and those around it. */
  static Set<OpenCall> around(@Nullable OpenCall innermost) {
    Set<OpenCall> around = new HashSet<>();
    for (OpenCall call = innermost; call != null; call = call.parent) {
      around.add(call);
    }
    return around;
  }

  boolean encloses(OpenCall other) {
    OpenCall call = other;
    while (call != null && call.depth > depth) {
      call = call.parent;
    }
    return call == this;
  }

  boolean isOfThisThread() {
    return !later && thread == Thread.currentThread();
  }

  /** Its body has returned, and its result comes later; it is nobody's thread's any more. */
  void resultComesLater() {
    later = true;
  }

  /** Whether its record holds what came after its body had returned. */
  boolean isLater() {
    return later;
  }

  /** Remembers that this call may not be committed; the first reason stays. */
  void refuseCommit(String reason) {
    conflict.compareAndSet(null, reason);
  }

  Optional<String> conflict() {
    return Optional.ofNullable(conflict.get());
  }

  synchronized void put(String name, String value) {
    metadata.put(name, value);
  }

  synchronized Map<String, String> metadata() {
    return Map.copyOf(metadata);
  }

  synchronized int tries() {
    return tries;
  }

  /**
   * Begins the next try, for which the calls that ended in this one count as not made, in later
   * attempts too, wherever this process dies.
   *
   * @throws FencedException if another process has taken the run over
   * @throws StoreException if that could not be written
   */
  void tryAgain() {
    run().undo(takeInside());
    nextTry();
  }

  private synchronized void nextTry() {
    tries++;
    metadata.clear();
  }

  void keepInputs(Rollback kept) {
    keptInputs = kept;
  }

  boolean keepsInputs() {
    return keptInputs != null;
  }

  /**
   * Puts every input object back to what it was at entry.
   *
   * @return what was discarded
   * @throws RestoreException if they are as the stage left them, and why
   */
  Discarded putInputsBack() {
    if (keptInputs == null) {
      throw new IllegalStateException("the inputs of " + path() + " were not kept");
    }
    return keptInputs.putBack();
  }

  private synchronized List<Inside> takeInside() {
    List<Inside> taken = List.copyOf(inside);
    inside.clear();
    return taken;
  }

  /** Tells every call around one that ended, as far as it may have to be undone. */
  static void ended(@Nullable OpenCall parent, Inside ended) {
    for (OpenCall call = parent; call != null; call = call.parent) {
      if (call.facts.stage().policy().retries().limit() > 0) {
        call.add(ended);
      }
    }
  }

  private synchronized void add(Inside ended) {
    inside.add(ended);
  }

  @Nullable OpenCall parent() {
    return parent;
  }

  void enteredFrom(RunScope.@Nullable Whereabouts place) {
    outerPlace = place;
  }

  RunScope.@Nullable Whereabouts outerPlace() {
    return outerPlace;
  }

  void close() {
    open = false;
  }
}
