package dev.cairn.core.engine.failure;

import dev.cairn.core.storage.StoreThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Waits on the calling thread, and no longer than the JVM lives: one that shuts down may wait for
 * this very thread. Thread-safe.
 */
public final class UntilShutdown implements Retry.Pause {
  private final CountDownLatch shutdown = new CountDownLatch(1);
  private final AtomicBoolean watches = new AtomicBoolean();

  @Override
  public boolean over(Duration time) throws InterruptedException {
    if (watches.compareAndSet(false, true)) {
      watch();
    }
    return !shutdown.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void watch() {
    Thread hook = StoreThreads.thread(shutdown::countDown, "cairn-shutdown");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      shutdown.countDown();
    }
  }
}
