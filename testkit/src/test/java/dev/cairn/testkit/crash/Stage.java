package dev.cairn.testkit.crash;

import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.testkit.disk.Device;
import dev.cairn.testkit.sabotage.Sabotage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where a play is performed: a disk that processes work on. */
final class Stage {
  private final Function<Device, Path> disk;
  private final Journal journal;
  private final Supplier<Sabotage> sabotage;
  private int processes;

  /** On a disk that is mounted through a device by each process. */
  Stage(Function<Device, Path> disk, Journal journal, Supplier<Sabotage> sabotage) {
    this.disk = disk;
    this.journal = journal;
    this.sabotage = sabotage;
  }

  Journal journal() {
    return journal;
  }

  /** Starts a process, which opens the store. */
  Worker start(Optional<Secret> secret) {
    processes++;
    Sabotage sabotaged = sabotage.get();
    Path root = disk.apply(sabotaged.device());
    return new Worker(root, processes, sabotaged.storage(), secret, journal);
  }

  Worker start() {
    return start(Optional.empty());
  }

  /** The disk as one more process sees it. */
  Path mount() {
    return disk.apply(sabotage.get().device());
  }
}
