package dev.cairn.testkit.crash;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunId;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.testkit.crash.BrokenPromise.Kind;
import dev.cairn.testkit.disk.Choices;
import dev.cairn.testkit.disk.Device;
import dev.cairn.testkit.disk.Disk;
import dev.cairn.testkit.disk.Inodes;
import dev.cairn.testkit.sabotage.Sabotage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens what a crash has left, compares it with what was promised, and goes on with it. */
final class Recovery {
  private static final int READER = 900;
  private static final int NEXT = 901;
  private static final int SMALL = 300;
  private static final int LARGE = 301;

  private final Supplier<Sabotage> sabotage;

  Recovery(Supplier<Sabotage> sabotage) {
    this.sabotage = sabotage;
  }

  /** The next process reads everything, saves more, and the power fails again. */
  void requireKept(Inodes left, Promises promises) {
    Disk disk = new Disk(left);
    if (promises.isMade()) {
      inspect(disk, promises, false);
    }
    goOn(disk, promises);
    inspect(new Disk(disk.now().afterPowerCut(Choices.losing())), promises, true);
  }

  private void goOn(Disk disk, Promises promises) {
    Journal journal = new Journal(disk);
    Sabotage sabotaged = sabotage.get();
    Path root = disk.mount(sabotaged.device());
    Optional<Secret> secret = secret(disk, promises);
    try (Worker worker = new Worker(root, NEXT, sabotaged.storage(), secret, journal)) {
      RunLog log = worker.begin();
      worker.save(log, SMALL, LARGE);
      worker.die();
    } catch (CairnException e) {
      throw new BrokenPromise(Kind.STUCK, e);
    }
    journal.replay(promises);
  }

  private static Optional<Secret> secret(Disk disk, Promises promises) {
    List<Optional<Secret>> secrets = promises.secrets();
    return secrets.size() > 1
        ? secrets.stream().filter(one -> opens(disk, one)).findFirst().orElse(secrets.get(0))
        : secrets.get(0);
  }

  private static boolean opens(Disk disk, Optional<Secret> secret) {
    try {
      reader(disk, secret).close();
      return true;
    } catch (CairnException e) {
      return false;
    }
  }

  private static RunStore reader(Disk disk, Optional<Secret> secret) {
    return RunStore.openReadOnly(
        DirectoryStorage.openReadOnly(disk.mount(Device.HONEST).resolve("store")),
        Worker.options(READER),
        secret);
  }

  private static void inspect(Disk disk, Promises promises, boolean everyByte) {
    try (RunStore store = reader(disk, secret(disk, promises))) {
      Map<RunId, RunHistory> runs = new HashMap<>();
      store.runs().forEach(run -> store.find(run).ifPresent(found -> runs.put(run, found)));
      promises.saved().forEach(one -> requireSaved(runs.get(one.run()), one, promises));
      promises.deleted().forEach(run -> requireDeleted(runs.get(run), run));
      runs.values().forEach(run -> requireSound(store, run, everyByte));
    } catch (CairnException e) {
      throw new BrokenPromise(Kind.STUCK, e);
    }
  }

  private static void requireSaved(
      @Nullable RunHistory run, Checkpoint checkpoint, Promises promises) {
    if (isDeleted(run) && promises.isDeleting(checkpoint.run())) {
      return;
    }
    if (run == null || !has(run, checkpoint)) {
      throw new BrokenPromise(Kind.LOST, "state " + States.number(checkpoint));
    }
  }

  private static boolean has(RunHistory run, Checkpoint checkpoint) {
    return run.checkpoints().contains(checkpoint) && run.isUsable(checkpoint);
  }

  private static void requireDeleted(@Nullable RunHistory found, RunId run) {
    if (!isDeleted(found)) {
      throw new BrokenPromise(Kind.REVIVED, run.toString());
    }
  }

  private static boolean isDeleted(@Nullable RunHistory run) {
    return run != null && run.status() == Status.DELETED;
  }

  private static void requireSound(RunStore store, RunHistory history, boolean everyByte) {
    if (isDeleted(history)) {
      return;
    }
    if (!history.damages().isEmpty()) {
      throw new BrokenPromise(Kind.UNREADABLE, history.damages().toString());
    }
    if (everyByte) {
      requireReadable(store, history);
    }
  }

  private static void requireReadable(RunStore store, RunHistory history) {
    history.checkpoints().stream()
        .filter(history::isUsable)
        .forEach(one -> requireServed(store, one));
    served(() -> store.readResult(history));
  }

  private static void requireServed(RunStore store, Checkpoint checkpoint) {
    byte[] served = served(() -> store.read(checkpoint).toBytes());
    if (!Arrays.equals(served, States.state(States.number(checkpoint)))) {
      throw new BrokenPromise(Kind.TORN, "state " + States.number(checkpoint));
    }
  }

  private static <T> T served(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (CairnException e) {
      throw new BrokenPromise(Kind.UNREADABLE, e);
    }
  }
}
