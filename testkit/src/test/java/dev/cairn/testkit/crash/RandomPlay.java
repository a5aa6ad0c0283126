package dev.cairn.testkit.crash;

import dev.cairn.core.log.RunLog;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Processes that do what chance wants, as long as one of them may do it. */
final class RandomPlay {
  private static final int STEPS = 12;
  private static final int MOST_LARGE = 4;

  private final Stage stage;
  private final SplittableRandom random;
  private final List<Integer> saved = new ArrayList<>();
  private Worker owner;
  private RunLog log;
  private int next;
  private int large;

  RandomPlay(Stage stage, long seed) {
    this.stage = stage;
    this.random = new SplittableRandom(seed);
    this.owner = stage.start();
    this.log = owner.begin();
  }

  void perform() {
    for (int step = 0; step < STEPS; step++) {
      perform(random.nextInt(10));
    }
    owner.close();
  }

  private void perform(int choice) {
    switch (choice) {
      case 0 -> resume();
      case 1 -> takeOver();
      case 2 -> forgetOne();
      case 3 -> endAndGoOn();
      case 4 -> deleteAndGoOn();
      default -> save();
    }
  }

  private void save() {
    int number = next;
    next++;
    if (number % 3 == 1) {
      large++;
    }
    boolean small = large > MOST_LARGE || States.resemblesTheOneBefore(number);
    int chosen = small ? number * 3 : number;
    owner.save(log, chosen);
    saved.add(chosen);
  }

  private void resume() {
    owner.die();
    begin();
  }

  private void begin() {
    owner = stage.start();
    log = owner.begin();
    saved.clear();
  }

  private void takeOver() {
    Worker paused = owner;
    RunLog old = log;
    begin();
    if (random.nextBoolean()) {
      save();
    }
    paused.saveTooLate(old, 3 * next + 900);
  }

  private void forgetOne() {
    if (!saved.isEmpty()) {
      owner.forget(log, saved.remove(random.nextInt(saved.size())));
    }
  }

  private void endAndGoOn() {
    owner.end(log, 3);
    log = owner.begin();
    saved.clear();
  }

  private void deleteAndGoOn() {
    Worker paused = owner;
    RunLog old = log;
    owner = stage.start();
    owner.delete(old.run());
    paused.saveTooLate(old, 3 * next + 1200);
    log = owner.begin();
    saved.clear();
  }
}
