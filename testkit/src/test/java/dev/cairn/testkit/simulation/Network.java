package dev.cairn.testkit.simulation;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.WatchedStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * A storage whose calls happen one after the other, each at once for everybody, and the way to it:
 * requests and answers are lost, come late, or come twice.
 */
final class Network {
  private static final int FAULTS_PER = 1000;

  private final Storage storage;
  private final Turns turns;
  private final SplittableRandom random;
  private final int faults;
  private final List<Runnable> underWay = new ArrayList<>();

  /**
   * Around a storage.
   *
   * @param faults how many of a thousand calls something happens to
   */
  Network(MemoryStorage storage, Turns turns, SplittableRandom random, int faults) {
    this.storage = storage;
    this.turns = turns;
    this.random = random;
    this.faults = faults;
  }

  /** How one lane sees the storage. */
  Line from(int lane) {
    return new Line(lane);
  }

  /** Everything arrives in the end. */
  void deliverAll() {
    List.copyOf(underWay).forEach(Runnable::run);
    underWay.clear();
  }

  private boolean chance(int perThousand) {
    return random.nextInt(FAULTS_PER) < perThousand;
  }

  /** What is under way may arrive now. */
  private void deliver() {
    if (!underWay.isEmpty() && random.nextInt(4) == 0) {
      underWay.remove(random.nextInt(underWay.size())).run();
    }
  }

  /** One lane's way to the storage. */
  final class Line extends WatchedStorage {
    private final int lane;
    private boolean dead;

    Line(int lane) {
      super(storage);
      this.lane = lane;
    }

    /** Nothing comes from here any more, but for what is under way. */
    void die() {
      dead = true;
    }

    @Override
    public void touch(StorageKey key, Payload content) {
      around("touch " + key, () -> done(() -> super.touch(key, content)));
    }

    private boolean done(Runnable effect) {
      effect.run();
      return true;
    }

    @Override
    protected <T> T around(String task, Supplier<T> call) {
      if (dead) {
        throw StoreException.rejected(task, "Cannot " + task + ": died before", null);
      }
      turns.pass(lane);
      deliver();
      return chance(faults) ? troubled(task, call) : call.get();
    }

    private <T> T troubled(String task, Supplier<T> call) {
      switch (random.nextInt(4)) {
        case 0 -> {
          throw StoreException.unavailable(task, "Cannot " + task + ": no answer", null);
        }
        case 1 -> {
          T lost = call.get();
          throw StoreException.unavailable(task, "Cannot " + task + ": lost " + lost, null);
        }
        case 2 -> {
          underWay.add(call::get);
          throw StoreException.unavailable(task, "Cannot " + task + ": late", null);
        }
        default -> {
          underWay.add(call::get);
          return call.get();
        }
      }
    }

    @Override
    public void close() {
      // Others use it too.
    }
  }
}
