package dev.cairn.core.storage;

import dev.cairn.core.error.StoreException;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads that a store's input and output happens on. An application may interrupt its own
 * threads at any time, and an interrupt closes the channel that a thread reads or writes. These
 * cannot be interrupted at work, not even with the whole group that they were made in. They are
 * daemons and know nothing of the application, which they may outlive: no inherited thread locals,
 * no context class loader, none of the classes that were at work when they were made. Safe for use
 * by many threads.
 */
public final class StoreThreads implements AutoCloseable {
  private static final String NAME = "cairn-store-";
  private static final int NO_DOMAINS = 24;

  private final ExecutorService executor;

  /** Starts no thread until one is needed; an idle one ends after a while. */
  public StoreThreads() {
    AtomicInteger number = new AtomicInteger();
    this.executor =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> thread(task, NAME + number.incrementAndGet()));
  }

  /** A thread as described, not started. */
  public static Thread thread(Runnable task, String name) {
    Thread thread = made(() -> new Own(task, name));
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }

  private static final class Own extends Thread {
    private boolean working;

    Own(Runnable task, String name) {
      super(null, task, name, 0, false);
    }

    <T> T work(Callable<T> task) throws Exception {
      setWorking(true);
      try {
        return task.call();
      } finally {
        setWorking(false);
      }
    }

    // An interrupt that came just before would count for the task.
    private synchronized void setWorking(boolean now) {
      working = now;
      Thread.interrupted();
    }

    /** Wakes one that waits for work, as its executor does to end it. */
    @Override
    public synchronized void interrupt() {
      if (!working) {
        super.interrupt();
      }
    }
  }

  /** Until Java 24 a thread keeps the domains, and so the loaders, of its maker's callers. */
  @SuppressWarnings("removal")
  private static Thread made(PrivilegedAction<Thread> maker) {
    return Runtime.version().feature() < NO_DOMAINS
        ? AccessController.doPrivileged(maker)
        : maker.run();
  }

  /**
   * Runs a task on one of these threads and waits for it, whatever interrupts come; one that came
   * is still set afterwards. What the task throws is thrown here. Whoever is on such a thread
   * already needs no other one.
   */
  public <T> T call(Supplier<T> task) {
    if (Thread.currentThread() instanceof Own && !executor.isShutdown()) {
      return task.get();
    }
    return await(submitted(task::get));
  }

  /** Runs a task without a value, as {@link #call} does. */
  public void run(Runnable task) {
    call(
        () -> {
          task.run();
          return true;
        });
  }

  /** Starts a task; what is returned waits for its end, as {@link #call} does. */
  public Runnable start(Runnable task) {
    Future<?> future = submitted(Executors.callable(task));
    return () -> await(future);
  }

  private <T> Future<T> submitted(Callable<T> task) {
    try {
      return executor.submit(() -> ((Own) Thread.currentThread()).work(task));
    } catch (RejectedExecutionException e) {
      throw StoreException.rejected(
          "the store", "Cannot use the store: it was closed, perhaps because the JVM ends", e);
    }
  }

  private static <T> T await(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw rethrown(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  // A task throws nothing checked. The exception keeps the trace of the thread that failed.
  private static RuntimeException rethrown(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
  }

  /** Lets running tasks end; new ones are refused. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
