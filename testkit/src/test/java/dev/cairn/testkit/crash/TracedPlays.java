package dev.cairn.testkit.crash;

import dev.cairn.testkit.disk.Disk;
import dev.cairn.testkit.disk.Inodes;
import dev.cairn.testkit.sabotage.Sabotage;
import java.nio.file.Path;

/** A program that performs a play in a real directory. */
final class TracedPlays {
  private TracedPlays() {}

  /**
   * Performs one.
   *
   * @param arguments the play's place in {@link Plays#all}, and the directory
   */
  public static void main(String[] arguments) {
    Path root = Path.of(arguments[1]);
    Journal journal = new Journal(new Disk(new Inodes()));
    Plays.all()
        .get(Integer.parseInt(arguments[0]))
        .perform(new Stage(device -> root, journal, () -> Sabotage.NONE));
  }
}
