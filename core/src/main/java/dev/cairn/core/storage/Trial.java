package dev.cairn.core.storage;

import java.time.Duration;

/**
 * What came of one thing that a storage was tried in.
 *
 * @param name what was tried
 * @param result what it means for a store
 * @param found what was seen
 * @param promise what rests on it
 * @param took how long it took
 */
public record Trial(String name, Result result, String found, String promise, Duration took) {

  /** What a storage turned out to do. */
  public enum Result {
    /** What a store rests on. */
    HOLDS,
    /** What a store can do without, but people should know of. */
    NOTABLE,
    /** What no store can live with. */
    BROKEN
  }

  /** What a trial saw. */
  public record Seen(Result result, String found) {
    /** It is as it should be. */
    public static Seen holds(String found) {
      return new Seen(Result.HOLDS, found);
    }

    /** People should know. */
    public static Seen notable(String found) {
      return new Seen(Result.NOTABLE, found);
    }

    /** No store can live with this. */
    public static Seen broken(String found) {
      return new Seen(Result.BROKEN, found);
    }
  }
}
