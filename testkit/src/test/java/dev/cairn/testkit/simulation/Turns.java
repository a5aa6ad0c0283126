package dev.cairn.testkit.simulation;

import dev.cairn.core.storage.StoreThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets several threads run one at a time, in an order that only chance decides. The threads are
 * those that stores work on, so that a store needs no others, and are kept for the next round.
 */
final class Turns implements AutoCloseable {
  private static final int CHANGES_ONE_IN = 3;

  private final List<Lane> lanes = new ArrayList<>();
  private final List<Lane> running = new ArrayList<>();
  private final Semaphore finished = new Semaphore(0);
  private SplittableRandom random = new SplittableRandom();
  private @Nullable Throwable failure;
  private volatile boolean closed;

  Turns(int count) {
    for (int number = 0; number < count; number++) {
      Lane lane = new Lane();
      lanes.add(lane);
      StoreThreads.thread(lane, "lane-" + number).start();
    }
  }

  /** Runs as many tasks as there are lanes to their ends; what one of them throws is thrown. */
  void run(List<Runnable> tasks, SplittableRandom chance) {
    random = chance;
    failure = null;
    for (int at = 0; at < tasks.size(); at++) {
      lanes.get(at).task = tasks.get(at);
    }
    running.addAll(lanes);
    any().turn.release();
    finished.acquireUninterruptibly();
    rethrow();
  }

  private void rethrow() {
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException thrown) {
      throw thrown;
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    lanes.forEach(lane -> lane.turn.release());
  }

  private Lane any() {
    return running.get(random.nextInt(running.size()));
  }

  /** Whoever runs may have to wait for others. */
  void pass(int lane) {
    Lane self = lanes.get(lane);
    Lane next = random.nextInt(CHANGES_ONE_IN) == 0 ? any() : self;
    if (next != self) {
      next.turn.release();
      self.turn.acquireUninterruptibly();
    }
  }

  /** One thread, that waits for its turn and its tasks. */
  private final class Lane implements Runnable {
    private final Semaphore turn = new Semaphore(0);
    private volatile @Nullable Runnable task;

    @Override
    public void run() {
      turn.acquireUninterruptibly();
      while (!closed) {
        perform();
        running.remove(this);
        (running.isEmpty() ? finished : any().turn).release();
        turn.acquireUninterruptibly();
      }
    }

    private void perform() {
      try {
        Objects.requireNonNull(task).run();
      } catch (RuntimeException | Error e) {
        failure = failure == null ? e : failure;
      }
    }
  }
}
