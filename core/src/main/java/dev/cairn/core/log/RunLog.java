package dev.cairn.core.log;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.Snapshots.Difference;
import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.Heartbeat;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.log.entry.Slot;
import dev.cairn.core.log.entry.Tenure;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.UndoneTry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The log of a run that this attempt owns: the only way to commit to it. Safe for use by many
 * threads; commits are put in an order. All input and output happens on Cairn's own threads.
 */
public final class RunLog implements AutoCloseable {

  /** What still may be written. */
  private enum State {
    OWNED,
    FENCED,
    ENDED,
    CLOSED
  }

  private final StoreAccess access;
  private final RunFolder folder;
  private final RunHistory history;
  private final Tenure tenure;
  private final LogEnd end;
  private final Snapshots snapshots;
  private final Bases bases;
  private final Differences differences;
  private final Runnable onClose;

  private final Object lock = new Object();
  // A base must not be given up between its being chosen and the entry that names it.
  private final ReadWriteLock giving = new ReentrantReadWriteLock();
  private volatile State state = State.OWNED;
  private long beats;
  private boolean missedBeat;

  /**
   * A log whose opening or claim was just written.
   *
   * @param history what stood in it before
   * @param end right behind that entry
   * @param onClose told once, when this is closed
   */
  RunLog(StoreAccess access, RunHistory history, LogEnd end, Tenure tenure, Runnable onClose) {
    this.access = access;
    this.folder = history.folder();
    this.history = history;
    this.end = end;
    this.tenure = tenure;
    this.onClose = onClose;
    this.snapshots = new Snapshots(access.storage(), access.options().scratch());
    this.bases = new Bases(access.options().deltas(), usable(history));
    this.differences = new Differences(bases, snapshots, access.options());
  }

  // What was given up is no base, though its bytes may be left over from a crash.
  private static List<Checkpoint> usable(RunHistory history) {
    return history.checkpoints().stream().filter(history::isUsable).toList();
  }

  /** Which run. */
  public RunId run() {
    return folder.run();
  }

  /** This attempt's number, the fencing token: the slot of its claim. */
  public long epoch() {
    return tenure.epoch();
  }

  /** What stood in the log before this attempt. */
  public RunHistory history() {
    return history;
  }

  /**
   * Records the end of a call; durable when this returns.
   *
   * @throws FencedException if another attempt has claimed the run, or it was deleted
   * @throws StoreException if it could not be written: after a second failure the store takes no
   *     more writes from this process
   */
  public Checkpoint commit(CallFacts facts, Payload raw) {
    return commit(facts, raw, Optional.empty());
  }

  /**
   * The same, stored as a delta of an earlier checkpoint where that saves bytes and its chain is
   * not too long.
   *
   * @param base a checkpoint of this run that holds much of the same
   * @throws FencedException as {@link #commit(CallFacts, Payload)} does
   * @throws StoreException as {@link #commit(CallFacts, Payload)} does
   */
  public Checkpoint commit(CallFacts facts, Payload raw, Optional<Checkpoint> base) {
    return access
        .threads()
        .call(
            () -> {
              giving.readLock().lock();
              try {
                return committed(facts, raw, base);
              } finally {
                giving.readLock().unlock();
              }
            });
  }

  private Checkpoint committed(CallFacts facts, Payload raw, Optional<Checkpoint> base) {
    Entry.StoredPayload stored = store(raw, base);
    Entry entry = append(new Entry.Commit(facts, stored)).entry();
    Checkpoint checkpoint = RunHistory.checkpoint(entry);
    bases.keep(checkpoint, raw);
    return checkpoint;
  }

  /**
   * Gives checkpoints up for ever: durable when this returns. Their packs are removed after that is
   * recorded; what a crash leaves of them, the next call removes.
   *
   * @param entries their slots
   * @throws dev.cairn.core.error.ConfigurationException if one is no checkpoint, or one that is not
   *     given up is stored as a difference to it: nothing was written then
   * @throws FencedException as {@link #commit} does
   * @throws StoreException as {@link #commit} does
   */
  public void forget(Set<Long> entries) {
    access
        .threads()
        .run(
            () -> {
              giving.writeLock().lock();
              try {
                forgotten(entries);
              } finally {
                giving.writeLock().unlock();
              }
            });
  }

  private void forgotten(Set<Long> entries) {
    RunHistory now = new LogReader(access.storage()).find(run()).orElse(history);
    Forgetting forgetting = new Forgetting(now, entries);
    bases.forget(entries);
    append(new Entry.Forgotten(forgetting.entries()));
    forgetting.sweep(access.storage());
  }

  /**
   * Records what a person said; durable when this returns.
   *
   * @param detail as {@link Amendment} has it
   * @throws FencedException as {@link #commit} does
   * @throws StoreException as {@link #commit} does
   */
  public Amendment amend(Amendment.Kind kind, String stage, String detail) {
    Entry.Amended said = new Entry.Amended(kind, stage, detail);
    return access.threads().call(() -> RunHistory.amendment(append(said).entry()));
  }

  /**
   * Records that a try was put back, as {@link UndoneTry} has it; durable when this returns.
   *
   * @throws FencedException as {@link #commit} does
   * @throws StoreException as {@link #commit} does
   */
  public void undo(List<Long> entries, OptionalLong voids) {
    access.threads().run(() -> append(new Entry.Undone(entries, voids)));
  }

  // The pack is durable before the entry that names it exists.
  private Entry.StoredPayload store(Payload raw, Optional<Checkpoint> base) {
    requireOwned();
    Optional<Difference> difference = base.flatMap(earlier -> differences.of(raw, earlier));
    return difference.isPresent()
        ? snapshots.store(folder, raw, difference.get(), access.options())
        : snapshots.store(folder, raw, access.options());
  }

  private Slot.Sound append(Entry.Body body) {
    synchronized (lock) {
      requireOwned();
      Optional<Slot.Sound> written = end.append(body);
      if (written.isEmpty()) {
        throw fence("another attempt has claimed it");
      }
      // A run may be deleted between an attempt's commits; then this entry stands in emptiness.
      if (access.storage().exists(folder.tomb())) {
        throw fence("it was deleted");
      }
      return written.get();
    }
  }

  private FencedException fence(String why) {
    state = State.FENCED;
    return fenced(why);
  }

  private FencedException fenced(String why) {
    return new FencedException(
        run().toString(),
        "Cannot commit to "
            + run()
            + ": expected to own it since entry "
            + epoch()
            + ", found that "
            + why
            + "; this attempt must stop");
  }

  private void requireOwned() {
    switch (state) {
      case OWNED -> {}
      case FENCED -> throw fenced("it no longer does");
      case ENDED, CLOSED ->
          throw StoreException.rejected(
              run().toString(),
              "Cannot commit to " + run() + ": this attempt has ended; open the run again",
              null);
    }
  }

  /**
   * The raw bytes of a checkpoint of this run, every one of them verified.
   *
   * @throws DamagedException if they are not what was written, or missing
   */
  public Payload read(Checkpoint checkpoint) {
    return access
        .threads()
        .call(
            () -> {
              Payload raw = snapshots.load(checkpoint);
              bases.keep(checkpoint, raw);
              return raw;
            });
  }

  /** The raw bytes of a checkpoint of this run, if they are in memory; nothing is read. */
  public Optional<Payload> kept(Checkpoint checkpoint) {
    return bases.kept(checkpoint);
  }

  /**
   * Completes the run without a result.
   *
   * @param said what it says of itself
   * @throws FencedException as {@link #commit} does
   * @throws StoreException as {@link #commit} does
   */
  public void end(RunEnd said) {
    access.threads().run(() -> end(new Entry.End(Optional.empty(), said)));
  }

  /**
   * Completes the run with its entry method's result.
   *
   * @param codec id of the codec that wrote the result
   * @param classes names of the classes that it may name
   * @param result the encoded result
   * @param said what it says of itself
   * @throws FencedException as {@link #commit} does
   * @throws StoreException as {@link #commit} does
   */
  public void end(String codec, List<String> classes, Payload result, RunEnd said) {
    access
        .threads()
        .run(
            () -> {
              Entry.Ended ended = new Entry.Ended(codec, classes, store(result, Optional.empty()));
              end(new Entry.End(Optional.of(ended), said));
            });
  }

  private void end(Entry.End body) {
    synchronized (lock) {
      append(body);
      state = State.ENDED;
    }
  }

  /** Whether this attempt is known to have lost the run; once true, it stays so. */
  public boolean fenced() {
    return state == State.FENCED;
  }

  /**
   * Gives a sign of life, and looks whether the run was lost meanwhile. One that is missed stops
   * nothing: the next slot of the log decides who owns the run.
   */
  void beat() {
    synchronized (lock) {
      if (state != State.OWNED) {
        return;
      }
      try {
        look();
        missedBeat = false;
      } catch (StoreException e) {
        warnOfMissedBeat(e);
      }
    }
  }

  private void look() {
    if (end.isTaken()) {
      state = State.FENCED;
    } else {
      touch(false);
    }
  }

  private void touch(boolean released) {
    beats++;
    Heartbeat heartbeat = new Heartbeat(tenure, beats, released);
    access.storage().touch(folder.heartbeat(), heartbeat.toPayload());
  }

  private void warnOfMissedBeat(StoreException e) {
    if (!missedBeat) {
      missedBeat = true;
      access
          .options()
          .warnings()
          .accept("Cannot give a sign of life for " + run() + ": " + e.getMessage());
    }
  }

  /** Lets the run go: others may claim it at once. Unless it was ended it stays unfinished. */
  @Override
  public void close() {
    if (leave()) {
      onClose.run();
    }
  }

  private boolean leave() {
    synchronized (lock) {
      if (state == State.CLOSED) {
        return false;
      }
      if (state != State.FENCED) {
        state = State.CLOSED;
        access.threads().run(this::release);
      }
      return true;
    }
  }

  private void release() {
    try {
      touch(true);
    } catch (StoreException e) {
      warnOfMissedBeat(e);
    }
  }
}
