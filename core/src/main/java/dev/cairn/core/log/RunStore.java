package dev.cairn.core.log;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.log.entry.Slot;
import dev.cairn.core.log.entry.Tenure;
import dev.cairn.core.log.index.EntryIndex;
import dev.cairn.core.log.keys.SealedCache;
import dev.cairn.core.log.keys.StoreEncryption;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.seal.crypt.StoreKeys;
import dev.cairn.core.storage.Cache;
import dev.cairn.core.storage.ReadOnlyStorage;
import dev.cairn.core.storage.RetryingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StoreThreads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The runs of a store: reading them, opening new ones, taking them over.
 *
 * <p>Safe for use by many threads. All input and output happens on Cairn's own threads: an
 * interrupt of the calling thread disturbs nothing and is still set when a method returns.
 *
 * <p>Every method may throw {@link StoreException}. What is damaged is reported, never removed.
 */
public final class RunStore implements AutoCloseable {
  // Each lost race means that another attempt owns the run by now.
  private static final int TRIES = 3;
  private static final int LANES = 4;

  private final StoreAccess access;
  private final Optional<StoreKeys> keys;
  private final LogReader reader;
  private final Snapshots snapshots;
  private final Heartbeats heartbeats = new Heartbeats();
  private final Takeover takeover;
  private final Cache cache;

  private RunStore(StoreAccess access, Optional<StoreKeys> keys) {
    this.access = access;
    this.keys = keys;
    this.reader = new LogReader(access.storage());
    this.snapshots = new Snapshots(access.storage(), access.options().scratch());
    this.takeover = new Takeover(access, heartbeats);
    Cache plain = access.options().cache();
    this.cache =
        keys.<Cache>map(known -> new SealedCache(plain, known, access.options().random()))
            .orElse(plain);
  }

  /**
   * Opens a store for reading and writing; a new one is probed first and refused where two writers
   * could both win. The storage is closed with the store, and if the store cannot be opened.
   *
   * @throws UnsupportedFormatException if a later version of Cairn wrote it
   * @throws DamagedException if its description is damaged
   */
  public static RunStore open(Storage storage, RunStoreOptions options) {
    return open(storage, options, Optional.empty());
  }

  /**
   * The same of an encrypted store, which a new one becomes.
   *
   * @param secret opens it; without one it is a plain store
   * @throws StoreException if it is not the store's own, or the store needs one, or needs none
   */
  public static RunStore open(Storage storage, RunStoreOptions options, Optional<Secret> secret) {
    Storage retrying = new RetryingStorage(storage);
    StoreEncryption encryption = encryption(retrying, options, secret);
    return open(
        retrying,
        options,
        encryption,
        () -> StoreDescription.requireOrCreate(retrying, options, encryption));
  }

  /** Opens a store that must exist, for reading: nothing is ever written. */
  public static RunStore openReadOnly(Storage storage, RunStoreOptions options) {
    return openReadOnly(storage, options, Optional.empty());
  }

  /**
   * The same of an encrypted store.
   *
   * @throws StoreException if it is not the store's own, or the store needs one, or needs none
   */
  public static RunStore openReadOnly(
      Storage storage, RunStoreOptions options, Optional<Secret> secret) {
    Storage readOnly = new ReadOnlyStorage(storage);
    return open(
        readOnly,
        options,
        encryption(readOnly, options, secret),
        () -> StoreDescription.require(readOnly));
  }

  private static StoreEncryption encryption(
      Storage storage, RunStoreOptions options, Optional<Secret> secret) {
    return new StoreEncryption(storage, secret, options.clock(), options.random());
  }

  private static RunStore open(
      Storage storage,
      RunStoreOptions options,
      StoreEncryption encryption,
      Supplier<StoreDescription.Found> description) {
    StoreThreads threads = new StoreThreads();
    boolean opened = false;
    try {
      Optional<StoreKeys> keys =
          threads.call(
              () -> {
                StoreDescription.Found found = description.get();
                return encryption.keys(found.encrypted(), found.storeId());
              });
      Storage used = keys.map(encryption::encrypted).orElse(storage);
      RunStore store = new RunStore(StoreAccess.of(used, threads, options), keys);
      opened = true;
      return store;
    } finally {
      if (!opened) {
        threads.close();
        storage.close();
      }
    }
  }

  /** The newest generation of a key, however it stands. */
  public Optional<RunHistory> newest(RunKey key) {
    return access.threads().call(() -> reader.newest(key.pipeline(), name(key)));
  }

  /** Whether a run is one of a key. */
  public boolean isOf(RunId run, RunKey key) {
    return run.pipeline().equals(key.pipeline()) && run.keyDigest().equals(name(key));
  }

  // The key's own digest would let everybody try keys out who sees the name.
  private String name(RunKey key) {
    return keys.map(known -> known.name(key.digest())).orElseGet(key::digest);
  }

  /** One run. */
  public Optional<RunHistory> find(RunId run) {
    return access.threads().call(() -> reader.find(run));
  }

  /** All runs, by pipeline, key and generation. */
  public List<RunId> runs() {
    return access.threads().call(reader::runs);
  }

  /**
   * What a function makes of each run, in their order, for a list: of entries that an earlier list
   * read nothing is read if size and time of their objects are the same. It is called by several
   * threads.
   */
  public <T> List<T> eachListed(
      List<RunId> runs, BiFunction<RunId, Supplier<Optional<RunHistory>>, T> reading) {
    EntryIndex index = access.threads().call(() -> EntryIndex.of(cache));
    List<T> read = each(runs, run -> reading.apply(run, () -> reader.find(index.of(run), run)));
    access.threads().run(() -> index.keep(runs()));
    return read;
  }

  /** What a function makes of each run, in their order; it is called by several threads. */
  public <T> List<T> each(List<RunId> runs, Function<RunId, T> reading) {
    Map<Integer, T> read = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          for (int at = next.getAndIncrement(); at < runs.size(); at = next.getAndIncrement()) {
            read.put(at, reading.apply(runs.get(at)));
          }
        };
    Stream.generate(() -> access.threads().start(lane))
        .limit(Math.min(runs.size(), LANES))
        .toList()
        .forEach(Runnable::run);
    return IntStream.range(0, runs.size()).mapToObj(read::get).toList();
  }

  /**
   * Opens a new run and owns it.
   *
   * @param generation one more than the newest that was seen, 1 where there was none
   * @return empty where that generation exists by now: look at the newest again
   */
  public Optional<RunLog> create(RunKey key, int generation, OpenFacts facts) {
    RunId run = new RunId(key.pipeline(), name(key), generation);
    return access.threads().call(() -> created(new RunFolder(run), facts));
  }

  private Optional<RunLog> created(RunFolder folder, OpenFacts facts) {
    if (reader.find(folder.run()).isPresent()) {
      return Optional.empty();
    }
    LogEnd end = LogEnd.ofNew(access, folder);
    Entry.Open open = new Entry.Open(facts, access.self(), access.options().silence());
    return end.append(open).map(written -> owned(RunHistory.none(folder), end, written));
  }

  private RunLog owned(RunHistory history, LogEnd end, Slot.Sound claim) {
    Tenure tenure = Tenure.of(claim.entry()).findFirst().orElseThrow();
    RunLog log = new RunLog(access, history, end, tenure, () -> heartbeats.stop(history.run()));
    heartbeats.start(log, tenure.silence());
    log.beat();
    return log;
  }

  /**
   * Takes over an unfinished run if its owner let it go, is known to be gone, or has been silent
   * long enough. Looks at the log anew, and reads what is not the object that was read for the
   * argument; else of that only the run counts.
   *
   * @throws UnsupportedFormatException if a later version of Cairn wrote an entry of it
   */
  public Claim claim(RunHistory history) {
    return access.threads().call(() -> claimed(history, TRIES));
  }

  private Claim claimed(RunHistory before, int tries) {
    RunHistory now =
        reader.find(before.known(), before.run()).orElseThrow(() -> unknown(before.run()));
    requireKnown(now);
    if (now.status() != RunHistory.Status.UNFINISHED) {
      return new Claim.Ended(now);
    }
    Optional<Claim.Owned> owner = takeover.ownerOf(now);
    return owner.isPresent() ? owner.get() : claimedFree(now, tries);
  }

  private Claim claimedFree(RunHistory now, int tries) {
    LogEnd end = LogEnd.after(access, now);
    Optional<Slot.Sound> claim =
        end.append(new Entry.Claimed(access.self(), access.options().silence()));
    if (claim.isPresent()) {
      return unlessDeleted(owned(now, end, claim.get()), now);
    }
    if (tries == 0) {
      throw StoreException.unavailable(
          now.run().toString(),
          "Cannot claim " + now.run() + ": other attempts were faster each time; try again",
          null);
    }
    return claimed(now, tries - 1);
  }

  // Where that cannot be found out, the run is let go again.
  private Claim unlessDeleted(RunLog log, RunHistory before) {
    boolean kept = false;
    try {
      kept = !access.storage().exists(before.folder().tomb());
      return kept ? new Claim.Claimed(log) : new Claim.Ended(reader.find(log.run()).orElse(before));
    } finally {
      if (!kept) {
        log.close();
      }
    }
  }

  /**
   * Deletes a run for ever, and its generation is never used again. Reads the log anew: of the
   * argument only the run counts. One that was deleted already is swept once more.
   *
   * @return who is in the way, if anybody owns the run; nothing was done then
   * @throws UnsupportedFormatException if a later version of Cairn wrote an entry of it
   * @throws DamagedException if its log, or the mark of an earlier deletion, cannot be read
   */
  public Optional<Claim.Owned> delete(RunHistory history) {
    return access.threads().call(() -> deleted(history.run()));
  }

  private Optional<Claim.Owned> deleted(RunId run) {
    RunHistory now = reader.find(run).orElseThrow(() -> unknown(run));
    requireKnown(now);
    if (now.status() == RunHistory.Status.UNREADABLE) {
      throw new DamagedException(
          run.toString(),
          "Cannot delete "
              + run
              + ": its log cannot be read, so nobody can tell who owns it; remove its folder by"
              + " hand once no process uses it");
    }
    now.doubtfulDeletion().ifPresent(damage -> refuseToDelete(run, damage));
    Optional<Claim.Owned> owner =
        now.status() == RunHistory.Status.UNFINISHED ? takeover.ownerOf(now) : Optional.empty();
    if (owner.isEmpty()) {
      new RunDeletion(access).delete(now);
    }
    return owner;
  }

  private static void refuseToDelete(RunId run, Damage mark) {
    throw new DamagedException(
        run.toString(),
        "Cannot delete "
            + run
            + ": "
            + mark
            + ", so nobody can tell whether it was ever deleted; nothing was removed. Remove that"
            + " file by hand to have the run back, or the run's folder to be rid of it");
  }

  private void requireKnown(RunHistory history) {
    if (history.chain().isNewer()) {
      throw new UnsupportedFormatException(
          history.run().toString(),
          "Cannot resume "
              + history.run()
              + ": a later version of Cairn wrote to it; use that version, or start afresh");
    }
  }

  private StoreException unknown(RunId run) {
    return StoreException.rejected(
        run.toString(),
        "Cannot find " + run + ": expected it in " + access.storage().name() + ", found nothing",
        null);
  }

  /** What can be told of a run's owner at once, without waiting for signs of life. */
  public Liveness liveness(RunHistory history) {
    return access.threads().call(() -> takeover.liveness(history));
  }

  /** The longest time that a takeover from an owner with this store's options can take. */
  public Duration takeoverTime() {
    return access.options().silence();
  }

  /**
   * A checkpoint's raw bytes, every one of them verified.
   *
   * @throws DamagedException if they are not what was written, or missing
   */
  public Payload read(Checkpoint checkpoint) {
    return access.threads().call(() -> snapshots.load(checkpoint));
  }

  /**
   * The raw bytes of a complete run's result, verified; empty where it recorded none.
   *
   * @throws DamagedException if they are not what was written, or missing
   */
  public Optional<Payload> readResult(RunHistory history) {
    return history
        .result()
        .map(
            result ->
                access
                    .threads()
                    .call(() -> snapshots.loadResult(history.folder(), history.endSlot())));
  }

  /** Closes the logs that are still open, leaving their runs unfinished, and the storage. */
  @Override
  public void close() {
    heartbeats.close();
    access.threads().close();
    access.storage().close();
  }
}
