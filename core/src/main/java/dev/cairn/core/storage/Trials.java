package dev.cairn.core.storage;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.storage.Trial.Result;
import dev.cairn.core.storage.Trial.Seen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tries one thing after another and keeps what came of each. For one thread. */
public final class Trials {
  private final List<Trial> all = new ArrayList<>();

  /** Does one thing and tells what it saw. */
  @FunctionalInterface
  public interface Attempt {
    /** An exception tells that it cannot be done. */
    Seen make() throws IOException;
  }

  /**
   * Tries one thing.
   *
   * @param promise what rests on it
   */
  public void attempt(String name, String promise, Attempt attempt) {
    long start = System.nanoTime();
    Seen seen = seen(attempt);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    all.add(new Trial(name, seen.result(), seen.found(), promise, took));
  }

  private static Seen seen(Attempt attempt) {
    try {
      return attempt.make();
    } catch (StoreException e) {
      return Seen.broken(String.valueOf(e.getMessage()));
    } catch (IOException | UnsupportedOperationException e) {
      return Seen.broken(e.toString());
    }
  }

  /** Whether a store can live with all that was seen. */
  public boolean isSound() {
    return all.stream().noneMatch(trial -> trial.result() == Result.BROKEN);
  }

  /** What came of each, in their order. */
  public List<Trial> all() {
    return List.copyOf(all);
  }
}
