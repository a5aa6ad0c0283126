package dev.cairn.testkit.sabotage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.core.model.Payload;
import dev.cairn.testkit.disk.Device;
import dev.cairn.testkit.disk.Effect;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Disks that fail, and code that asks too little of them. */
public final class Devices {
  private static final int ONE_OF = 3;

  private Devices() {}

  /** Leaves out the fsync of files that hold packs, or of all others. */
  public static Device withoutSyncOfFiles(boolean packs) {
    Set<Integer> files = new HashSet<>();
    return (effect, disk) -> {
      if (effect instanceof Effect.Write write && isPack(write) == packs) {
        files.add(write.file());
      }
      if (!(effect instanceof Effect.Sync sync && files.contains(sync.file()))) {
        disk.accept(effect);
      }
    };
  }

  private static boolean isPack(Effect.Write write) {
    return new String(write.bytes().toBytes(), US_ASCII).startsWith("CAIRNPAK");
  }

  /** Leaves out the fsync of some folders. */
  public static Device withoutSyncOfFolders(Predicate<String> which) {
    return (effect, disk) -> {
      if (!(effect instanceof Effect.SyncFolder sync && which.test(sync.path()))) {
        disk.accept(effect);
      }
    };
  }

  /** Leaves out the fsync of folders that this process has changed nothing in. */
  public static Device trustingFoldersOfOthers() {
    Set<String> changed = new HashSet<>();
    return (effect, disk) -> {
      boolean left = effect instanceof Effect.SyncFolder && !changed.remove(effect.path());
      if (!left) {
        changed.add(effect.path().substring(0, Math.max(1, effect.path().lastIndexOf('/'))));
        disk.accept(effect);
      }
    };
  }

  /** Makes an fsync of a folder only when the next effect comes. */
  public static Device syncingLater() {
    Deque<Effect> later = new ArrayDeque<>();
    return (effect, disk) -> {
      if (effect instanceof Effect.SyncFolder) {
        later.add(effect);
        return;
      }
      while (!later.isEmpty()) {
        disk.accept(later.remove());
      }
      disk.accept(effect);
    };
  }

  /**
   * Cannot make every third file of a thread durable, and tells so once. It counts by thread so
   * that a second try never fails, in whatever order the writers of a try-out come.
   */
  public static Device losingWrites() {
    ThreadLocal<AtomicInteger> syncs = ThreadLocal.withInitial(AtomicInteger::new);
    Set<Integer> lost = new HashSet<>();
    return (effect, disk) -> {
      if (effect instanceof Effect.Sync sync
          && lost.add(sync.file())
          && syncs.get().incrementAndGet() % ONE_OF == 0) {
        disk.accept(new Effect.SyncFailed(sync.path(), sync.file()));
        throw new IOException("Input/output error");
      }
      disk.accept(effect);
    };
  }

  /** Asks a second time where an fsync failed. */
  public static Device askingAgain(Device device) {
    return (effect, disk) -> {
      try {
        device.perform(effect, disk);
      } catch (IOException first) {
        device.perform(effect, disk);
      }
    };
  }

  /** Makes every third link of a thread and says that it failed. */
  public static Device losingAnswers() {
    ThreadLocal<AtomicInteger> links = ThreadLocal.withInitial(AtomicInteger::new);
    return (effect, disk) -> {
      disk.accept(effect);
      if (effect instanceof Effect.Link && links.get().incrementAndGet() % ONE_OF == 0) {
        throw new IOException("Input/output error");
      }
    };
  }

  /** Takes a write that was half done for done. */
  public static Device takingHalfForAll(Device device) {
    return (effect, disk) -> device.perform(effect, done -> disk.accept(padded(done, effect)));
  }

  private static Effect padded(Effect done, Effect asked) {
    if (!(done instanceof Effect.Write written && asked instanceof Effect.Write whole)) {
      return done;
    }
    byte[] bytes = Arrays.copyOf(written.bytes().toBytes(), (int) whole.bytes().sizeBytes());
    return new Effect.Write(written.path(), written.file(), Payload.of(bytes));
  }

  /** Says of what cannot be read that it is not there. */
  public static Device missingWhatCannotBeRead(Device device) {
    return new Device() {
      @Override
      public void perform(Effect effect, Consumer<Effect> disk) throws IOException {
        device.perform(effect, disk);
      }

      @Override
      public void look(String path) throws IOException {
        try {
          device.look(path);
        } catch (IOException unreadable) {
          throw new NoSuchFileException(path);
        }
      }
    };
  }
}
