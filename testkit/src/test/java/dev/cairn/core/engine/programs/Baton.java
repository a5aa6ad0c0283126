package dev.cairn.core.engine.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets several threads run one at a time and in an order that only the seed decides, so that what
 * overlaps how comes out the same again.
 */
final class Baton {
  private final SplittableRandom random;
  private final List<Runner> running = new ArrayList<>();
  private final Semaphore finish = new Semaphore(0);
  private volatile @Nullable Runner holder;

  Baton(long seed) {
    random = new SplittableRandom(seed);
  }

  private static final class Runner {
    final Semaphore turn = new Semaphore(0);
    volatile @Nullable Throwable failure;
  }

  /** Runs all to their ends; what the first of them threw is thrown here, a crash above all. */
  void race(List<Runnable> bodies) {
    List<Runner> runners = new ArrayList<>();
    for (Runnable body : bodies) {
      Runner runner = new Runner();
      runners.add(runner);
      running.add(runner);
      new Thread(() -> run(runner, body), "lane").start();
    }
    hand(runners.get(0));
    finish.acquireUninterruptibly();
    rethrow(runners);
  }

  private void run(Runner runner, Runnable body) {
    runner.turn.acquireUninterruptibly();
    try {
      body.run();
    } catch (RuntimeException | Error e) {
      runner.failure = e;
    } finally {
      running.remove(runner);
      if (running.isEmpty()) {
        holder = null;
        finish.release();
      } else {
        hand(running.get(0));
      }
    }
  }

  private void hand(Runner next) {
    holder = next;
    next.turn.release();
  }

  /** The one that runs may have to wait for another. Also on a thread that acts for it. */
  void pass() {
    @Nullable Runner self = holder;
    if (self == null) {
      return;
    }
    Runner next = running.get(random.nextInt(running.size()));
    if (next != self) {
      hand(next);
      self.turn.acquireUninterruptibly();
    }
  }

  private static void rethrow(List<Runner> runners) {
    @Nullable Throwable thrown = null;
    for (Runner runner : runners) {
      @Nullable Throwable failure = runner.failure;
      if (failure instanceof Crash || thrown == null) {
        thrown = failure;
      }
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException failure) {
      throw failure;
    }
  }
}
