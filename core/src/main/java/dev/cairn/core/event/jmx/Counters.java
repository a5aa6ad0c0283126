package dev.cairn.core.event.jmx;

import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.event.CairnEvent.CallFailed;
import dev.cairn.core.event.CairnEvent.CallRestored;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.RunEnded;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.event.CheckpointListener;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Counts what happens, and shows it under {@value #NAME} from the first event on. Thread-safe. */
public final class Counters implements CheckpointListener, CairnMXBean {
  /** The bean's name. */
  public static final String NAME = "dev.cairn:type=Cairn";

  private final Supplier<MBeanServer> server;
  private final AtomicBoolean registered = new AtomicBoolean();
  private final LongAdder executed = new LongAdder();
  private final LongAdder restored = new LongAdder();
  private final LongAdder unprotected = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder opened = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder warnings = new LongAdder();
  private final LongAdder stateBytes = new LongAdder();
  private final LongAdder storedBytes = new LongAdder();
  private final LongAdder saving = new LongAdder();
  private final LongAdder restoring = new LongAdder();
  private final LongAdder timeSaved = new LongAdder();
  private volatile String lastRun = "";
  private volatile String lastWarning = "";

  /**
   * Counters that begin at zero.
   *
   * @param server asked when the first event comes: an application may want to set up the
   *     management of its JVM before anything touches it
   */
  public Counters(Supplier<MBeanServer> server) {
    this.server = server;
  }

  @Override
  public void on(CairnEvent event) {
    count(event);
    if (!registered.getAndSet(true)) {
      register();
    }
  }

  private void register() {
    try {
      server.get().registerMBean(this, new ObjectName(NAME));
    } catch (JMException e) {
      throw new IllegalStateException("the management bean " + NAME + " cannot be registered", e);
    }
  }

  private void count(CairnEvent event) {
    if (event instanceof CallExecuted call) {
      executed.increment();
      stateBytes.add(call.checkpoint().payload().rawBytes());
      storedBytes.add(call.checkpoint().payload().storedBytes());
      saving.add(call.saving().toNanos());
    } else if (event instanceof CallRestored call) {
      restored.increment();
      restoring.add(call.restoring().toNanos());
      timeSaved.add(call.timeSaved().toNanos());
    } else if (event instanceof CallUnprotected) {
      unprotected.increment();
    } else if (event instanceof CallFailed) {
      failed.increment();
    } else {
      countRun(event);
    }
  }

  private void countRun(CairnEvent event) {
    if (event instanceof RunOpened run) {
      opened.increment();
      lastRun = run.run().toString();
    } else if (event instanceof RunEnded) {
      ended.increment();
    } else if (event instanceof Warning warning) {
      warnings.increment();
      lastWarning = warning.text();
    }
  }

  @Override
  public long getExecutedCalls() {
    return executed.sum();
  }

  @Override
  public long getRestoredCalls() {
    return restored.sum();
  }

  @Override
  public long getUnprotectedCalls() {
    return unprotected.sum();
  }

  @Override
  public long getFailedCalls() {
    return failed.sum();
  }

  @Override
  public long getOpenRuns() {
    return opened.sum() - ended.sum();
  }

  @Override
  public long getWarnings() {
    return warnings.sum();
  }

  @Override
  public long getSavedStateBytes() {
    return stateBytes.sum();
  }

  @Override
  public long getStoredBytes() {
    return storedBytes.sum();
  }

  @Override
  public long getSavingMillis() {
    return millis(saving);
  }

  @Override
  public long getRestoringMillis() {
    return millis(restoring);
  }

  @Override
  public long getTimeSavedMillis() {
    return millis(timeSaved);
  }

  private static long millis(LongAdder nanos) {
    return nanos.sum() / 1_000_000;
  }

  @Override
  public String getLastRun() {
    return lastRun;
  }

  @Override
  public String getLastWarning() {
    return lastWarning;
  }
}
