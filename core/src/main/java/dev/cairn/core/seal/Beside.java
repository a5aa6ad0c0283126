package dev.cairn.core.seal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own, beside what whoever started it does. Safe for use by many threads.
 */
public final class Beside<T> {
  private final FutureTask<T> task;

  private Beside(FutureTask<T> task) {
    this.task = task;
  }

  /**
   * Starts some work.
   *
   * @param name of its thread
   */
  public static <T> Beside<T> start(Callable<T> work, String name) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return new Beside<>(task);
  }

  /**
   * Waits for its end. The thread that waits is one of Cairn's, which nobody interrupts but to end
   * it; an interrupt is still set afterwards.
   *
   * @throws IllegalStateException if it failed
   */
  public T await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("a payload cannot be sealed", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
