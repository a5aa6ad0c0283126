package dev.cairn.testkit.crash;

import static dev.cairn.testkit.crash.States.FACTS;
import static dev.cairn.testkit.crash.States.KEY;

import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.RunStoreOptions.Deltas;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.log.owner.Host;
import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.model.RunId;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Cache;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.testkit.ManualClock;
import dev.cairn.testkit.crash.BrokenPromise.Kind;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A process that works with a store, and notes what it is promised. */
final class Worker implements AutoCloseable {
  private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);

  private final Journal journal;
  private final MortalStorage storage;
  private final RunStore store;
  private final Map<Integer, Checkpoint> saved = new HashMap<>();

  /**
   * Begins by opening the store.
   *
   * @param root a folder on a disk as this process sees it
   * @param layer what stands between its store and its directory
   */
  Worker(Path root, int pid, Layer layer, Optional<Secret> secret, Journal journal) {
    this.journal = journal;
    this.storage = new MortalStorage(layer.over(DirectoryStorage.open(root.resolve("store"))));
    this.store = RunStore.open(storage, options(pid), secret);
    journal.note(Promises::made);
  }

  /** All others are known to be gone, whether they are or not. */
  static RunStoreOptions options(int pid) {
    ManualClock clock = ManualClock.atNoon();
    return new RunStoreOptions(
        Compression.none(),
        LONGER_THAN_ANY_TEST,
        clock,
        clock::nanoTime,
        new Random(pid),
        new LonelyHost(pid),
        warning -> {},
        Scratch.NONE,
        Deltas.usual(1L << 30),
        Cache.NONE);
  }

  private record LonelyHost(long pid) implements Host {
    @Override
    public Owner self(String instance) {
      return new Owner("build7", "m", "b", "p", "1000", pid, "77", instance);
    }

    @Override
    public boolean isGone(Owner owner) {
      return owner.pid() != pid;
    }
  }

  RunStore store() {
    return store;
  }

  /** Goes on with the newest run, or opens the next one. */
  RunLog begin() {
    Optional<RunHistory> newest = store.newest(KEY);
    if (newest.isPresent() && newest.get().status() == Status.UNFINISHED) {
      return claim(newest.get());
    }
    int generation = newest.map(run -> run.run().generation() + 1).orElse(1);
    return owned(
        store
            .create(KEY, generation, FACTS)
            .orElseThrow(() -> new BrokenPromise(Kind.STUCK, "nobody opens the next run")));
  }

  private RunLog claim(RunHistory run) {
    if (store.claim(run) instanceof Claim.Claimed claimed) {
      return owned(claimed.log());
    }
    throw new BrokenPromise(Kind.STUCK, "nobody can claim " + run.run());
  }

  private RunLog owned(RunLog log) {
    journal.note(promises -> promises.claimed(log.run(), log.epoch()));
    return log;
  }

  /** Saves some states. */
  void save(RunLog log, int... numbers) {
    for (int number : numbers) {
      Optional<Checkpoint> base =
          States.resemblesTheOneBefore(number)
              ? Optional.ofNullable(saved.get(number - 1))
              : Optional.empty();
      Checkpoint one = log.commit(States.call(number), States.payload(number), base);
      saved.put(number, one);
      journal.note(promises -> promises.saved(one));
    }
  }

  /** Has been paused for long: others have claimed the run meanwhile. */
  void saveTooLate(RunLog log, int number) {
    try {
      save(log, number);
    } catch (FencedException asItShould) {
      close();
    }
  }

  void forget(RunLog log, int... numbers) {
    Set<Long> entries =
        IntStream.of(numbers).mapToObj(n -> saved.get(n).seq()).collect(Collectors.toSet());
    journal.note(promises -> promises.forgetting(log.run(), entries));
    log.forget(entries);
  }

  void end(RunLog log, int result) {
    log.end("kryo", List.of(), States.payload(result), RunEnd.PLAIN);
    log.close();
  }

  void delete(RunId run) {
    journal.note(promises -> promises.deleting(run));
    if (store.delete(store.find(run).orElseThrow()).isPresent()) {
      throw new BrokenPromise(Kind.STUCK, "nobody can delete " + run);
    }
    journal.note(promises -> promises.deleted(run));
  }

  /** As by kill -9: what was done is done, and nothing more comes. */
  void die() {
    storage.die();
    close();
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (StoreException dead) {
      // It has no last words.
    }
  }
}
