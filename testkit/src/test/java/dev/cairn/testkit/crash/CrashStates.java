package dev.cairn.testkit.crash;

import dev.cairn.core.error.CairnException;
import dev.cairn.testkit.crash.BrokenPromise.Kind;
import dev.cairn.testkit.disk.Choices;
import dev.cairn.testkit.disk.Disk;
import dev.cairn.testkit.disk.Effect;
import dev.cairn.testkit.disk.Inodes;
import dev.cairn.testkit.sabotage.Sabotage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Plays what processes do with a store, and then lets the power fail after each effect that this
 * had on the disk, with every loss that is possible there, or with many of them.
 */
final class CrashStates {
  private static final int MOST_AT_ONE_MOMENT = 16;

  private final Supplier<Sabotage> sabotage;
  private final Recovery recovery;
  private final Set<String> seen = new HashSet<>();
  // One for all moments, whose numbers are not the same every time: the try-out comes before them.
  private final SplittableRandom random = new SplittableRandom(1);

  CrashStates(Supplier<Sabotage> sabotage) {
    this.sabotage = sabotage;
    this.recovery = new Recovery(sabotage);
  }

  /** How many states were looked at. */
  int count() {
    return seen.size();
  }

  /**
   * Explores one play.
   *
   * @throws BrokenPromise if one of the states is not as was promised
   */
  void explore(Play play) {
    Disk disk = new Disk(new Inodes());
    Journal journal = new Journal(disk);
    perform(play, new Stage(disk::mount, journal, sabotage));
    List<Effect> effects = disk.effects();
    Inodes inodes = new Inodes();
    int first = beginning(effects);
    for (int moment = 1; moment <= effects.size(); moment++) {
      effects.get(moment - 1).applyTo(inodes);
      if (moment >= first) {
        crash(inodes, moment, play, journal);
      }
    }
  }

  private static void perform(Play play, Stage stage) {
    try {
      play.perform(stage);
    } catch (CairnException e) {
      throw new BrokenPromise(Kind.STUCK, e).at(play.toString());
    }
  }

  /** The try-out of a new storage by many threads is not the same every time: what comes then. */
  static int beginning(List<Effect> effects) {
    int last = 0;
    for (int at = 0; at < effects.size(); at++) {
      if (effects.get(at).path().contains("/tmp/cairn-probe-")) {
        last = at;
      }
    }
    return last + 1;
  }

  private void crash(Inodes inodes, int moment, Play play, Journal journal) {
    String where = play + ", after effect " + moment;
    try {
      long promises = journal.length(moment);
      String promised = promises == 0 ? "nothing\n" : play + " " + promises + "\n";
      if (seen.add(promised + "killed " + inodes.signature())) {
        recovery.requireKept(inodes.copy(), journal.at(moment));
      }
      losses(inodes)
          .forEach(
              losses -> {
                Inodes left = inodes.afterPowerCut(losses);
                if (seen.add(promised + left.signature())) {
                  recovery.requireKept(left, journal.at(moment));
                }
              });
    } catch (BrokenPromise broken) {
      throw broken.at(where);
    }
  }

  private Stream<Choices> losses(Inodes inodes) {
    Choices all = Choices.losing();
    inodes.afterPowerCut(all);
    long combinations = all.combinations();
    if (combinations <= MOST_AT_ONE_MOMENT) {
      return LongStream.range(0, combinations).mapToObj(Choices::number);
    }
    return Stream.concat(
        Stream.of(Choices.losing(), Choices.keeping()),
        Stream.generate(() -> Choices.random(random)).limit(MOST_AT_ONE_MOMENT));
  }
}
