package dev.cairn.testkit.crash;

import dev.cairn.testkit.disk.Disk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was promised at which moment of a disk. */
final class Journal {
  private final Disk disk;
  private final List<Line> lines = new ArrayList<>();

  private record Line(int moment, Consumer<Promises> promise) {}

  Journal(Disk disk) {
    this.disk = disk;
  }

  void note(Consumer<Promises> promise) {
    lines.add(new Line(disk.moment(), promise));
  }

  /** Everything that was promised before anything else happened. */
  Promises at(int moment) {
    Promises promises = new Promises();
    lines.stream()
        .filter(line -> line.moment() <= moment)
        .forEach(line -> line.promise().accept(promises));
    return promises;
  }

  /** Adds it all to what was promised elsewhere. */
  void replay(Promises promises) {
    lines.forEach(line -> line.promise().accept(promises));
  }

  /** How often something had been promised by then. */
  long length(int moment) {
    return lines.stream().filter(line -> line.moment() <= moment).count();
  }
}
