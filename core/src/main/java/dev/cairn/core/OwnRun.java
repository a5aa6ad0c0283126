package dev.cairn.core;

import dev.cairn.core.catalog.ListedCheckpoint;
import dev.cairn.core.catalog.ListedCheckpoint.State;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.RunInProgressException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.RunKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The run of a pipeline that {@link Checkpoints} write into and never end. It is claimed with the
 * first write; until then it is read as it stands in the store, and from then on what stands in it
 * is known. Thread-safe.
 */
final class OwnRun implements AutoCloseable {
  private static final String KEY = "checkpoints";

  private final Supplier<RunStore> store;
  private final RunKey key;
  private final Supplier<OpenFacts> facts;
  private @Nullable Owned owned;

  private record Owned(RunLog log, SavedStates states) {}

  OwnRun(Supplier<RunStore> store, String pipeline, Supplier<OpenFacts> facts) {
    this.store = store;
    this.key = new RunKey(pipeline, KEY);
    this.facts = facts;
  }

  static String keyText() {
    return KEY;
  }

  /** The run, once anything was saved. */
  synchronized Optional<RunId> id() {
    return owned == null ? newest().map(RunHistory::run) : Optional.of(owned.log().run());
  }

  private Optional<RunHistory> newest() {
    return store.get().newest(key);
  }

  private Owned owned() {
    Owned known = owned;
    while (known == null) {
      known = newest().map(this::entered).orElseGet(() -> created(1)).orElse(null);
    }
    owned = known;
    return known;
  }

  /** Empty where the run changed meanwhile and is to be looked at again. */
  private Optional<Owned> entered(RunHistory newest) {
    return switch (newest.status()) {
      case COMPLETE, DELETED -> created(newest.run().generation() + 1);
      case UNREADABLE -> throw unreadable(newest);
      case UNFINISHED -> claimed(newest);
    };
  }

  private Optional<Owned> created(int generation) {
    return store
        .get()
        .create(key, generation, facts.get())
        .map(log -> new Owned(log, new SavedStates()));
  }

  private Optional<Owned> claimed(RunHistory newest) {
    Claim claim = store.get().claim(newest);
    if (claim instanceof Claim.Claimed claimed) {
      return Optional.of(new Owned(claimed.log(), SavedStates.of(claimed.log().history())));
    }
    if (claim instanceof Claim.Owned other) {
      throw new RunInProgressException(
          newest.run().toString(),
          "Cannot save to "
              + newest.run()
              + ": "
              + other.owner()
              + " writes to it since "
              + other.since()
              + "; one process at a time may, others may read; give this one another name, or end"
              + " that one");
    }
    return Optional.empty();
  }

  private static DamagedException unreadable(RunHistory history) {
    return new DamagedException(
        history.run().toString(),
        "Cannot save to "
            + history.run()
            + ": its log cannot be read; `verify` says what is damaged; put a good copy back, or"
            + " use another name");
  }

  /** What there is. */
  private synchronized SavedStates states() {
    return owned == null
        ? newest().map(SavedStates::of).orElseGet(SavedStates::new)
        : owned.states();
  }

  synchronized List<ListedCheckpoint> all() {
    return states().all();
  }

  synchronized Optional<ListedCheckpoint> find(String id) {
    return states().find(id);
  }

  Payload read(Checkpoint checkpoint) {
    return store.get().read(checkpoint);
  }

  /**
   * Saves a state.
   *
   * @param id what it is called; a name is made where it is empty
   * @param facts what is recorded of a save, by its name and its place among all
   */
  synchronized ListedCheckpoint save(
      Optional<String> id, BiFunction<String, Long, CallFacts> facts, Payload raw, boolean full) {
    Owned own = owned();
    long save = own.states().next();
    String name = id.orElseGet(() -> own.states().freeId(save));
    Optional<Checkpoint> base = full ? Optional.empty() : own.states().newest();
    return added(own, own.log().commit(facts.apply(name, save), raw, base));
  }

  private static ListedCheckpoint added(Owned own, Checkpoint checkpoint) {
    ListedCheckpoint listed = new ListedCheckpoint(checkpoint, State.USABLE, Status.UNFINISHED);
    own.states().add(listed);
    return listed;
  }

  /** Gives up all states of an id; what is stored as a difference to one is stored anew first. */
  synchronized boolean delete(String id) {
    Owned own = owned();
    Set<Long> gone = new HashSet<>();
    own.states().withId(id).forEach(one -> gone.add(one.checkpoint().seq()));
    if (gone.isEmpty()) {
      return false;
    }
    gone.addAll(own.states().superseded());
    storeAnew(own, gone);
    own.log().forget(gone);
    own.states().remove(gone);
    return true;
  }

  /**
   * Gives up what was saved before the newest so many; not what one of them is stored as a
   * difference to, which goes with it.
   */
  synchronized void keepLast(int states) {
    Owned own = owned();
    Set<Long> gone = own.states().before(states);
    if (!gone.isEmpty()) {
      own.log().forget(gone);
      own.states().remove(gone);
    }
  }

  // A base stands before what needs it, so that one pass finds those that need one that moved.
  private static void storeAnew(Owned own, Set<Long> gone) {
    Stream<Checkpoint> kept =
        own.states().all().stream()
            .filter(one -> one.state() == State.USABLE)
            .map(ListedCheckpoint::checkpoint)
            .filter(one -> !gone.contains(one.seq()))
            .sorted((one, other) -> Long.compare(one.seq(), other.seq()));
    for (Checkpoint one : kept.toList()) {
      if (gone.contains(one.payload().base())) {
        added(own, own.log().commit(one.call(), own.log().read(one), Optional.empty()));
        gone.add(one.seq());
      }
    }
  }

  @Override
  public synchronized void close() {
    if (owned != null) {
      owned.log().close();
    }
  }
}
