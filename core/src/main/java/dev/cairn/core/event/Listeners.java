package dev.cairn.core.event;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the listeners; what they throw is counted and goes no further. Thread-safe. */
public final class Listeners {
  private final List<CheckpointListener> listeners;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();
  private final Progress progress;
  private final AtomicLong listenerFailures = new AtomicLong();

  /** Listeners, told in this order. */
  public Listeners(List<CheckpointListener> listeners) {
    this.listeners = List.copyOf(listeners);
    this.progress =
        listeners.stream()
            .filter(Progress.class::isInstance)
            .map(Progress.class::cast)
            .findFirst()
            .orElse(Progress.NONE);
  }

  /** Tells all of them. */
  public void tell(CairnEvent event) {
    for (CheckpointListener listener : listeners) {
      try {
        listener.on(event);
      } catch (RuntimeException | Error e) {
        failed(listener, e);
      }
    }
  }

  private void failed(CheckpointListener listener, Throwable failure) {
    if (listenerFailures.getAndIncrement() == 0) {
      warnOthers(
          listener,
          "listener " + listener.getClass().getName() + " failed and is ignored: " + failure);
    }
  }

  private void warnOthers(CheckpointListener failed, String text) {
    listeners.stream()
        .filter(listener -> listener != failed)
        .forEach(listener -> listener.on(new CairnEvent.Warning(text)));
  }

  /** Begins a piece of work that may be long. */
  public Progress.Work begin(Progress.Task task) {
    return progress.begin(task);
  }

  /** Tells all of something that a user should know. */
  public void warn(String text) {
    tell(new CairnEvent.Warning(text));
  }

  /** Warns of something that repeats, the first time only. */
  public void warnOnce(String text) {
    if (warned.add(text)) {
      warn(text);
    }
  }
}
