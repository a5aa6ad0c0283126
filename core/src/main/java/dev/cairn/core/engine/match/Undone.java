package dev.cairn.core.engine.match;

import dev.cairn.core.model.Checkpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Records of a run that belong to tries whose effects were put back: made in them, or used in them.
 * The next commit says so ({@link #notes}), so that no later attempt takes them for what happened.
 * Thread-safe.
 */
public final class Undone {
  private final SortedSet<Long> entries = new TreeSet<>();
  private OptionalLong voids = OptionalLong.empty();

  /** Adds the records of one try. */
  public synchronized void add(Collection<Inside> calls) {
    calls.forEach(call -> entries.add(call.checkpoint().seq()));
    voids = min(voids, earliestUsed(calls));
  }

  /** Where the first record began that an earlier attempt had made and this try used. */
  public static OptionalLong earliestUsed(Collection<Inside> calls) {
    return calls.stream()
        .filter(Inside::restored)
        .mapToLong(call -> call.checkpoint().call().began())
        .min();
  }

  private static OptionalLong min(OptionalLong one, OptionalLong other) {
    return one.isPresent() && (other.isEmpty() || one.getAsLong() < other.getAsLong())
        ? one
        : other;
  }

  /** What the next commit has to say. */
  public synchronized Told notes() {
    List<String> notes = new ArrayList<>();
    if (!entries.isEmpty()) {
      notes.add(RecordedCalls.undoneNote(entries));
    }
    voids.ifPresent(began -> notes.add(RecordedCalls.voidNote(began)));
    return new Told(new TreeSet<>(entries), voids, notes);
  }

  /** Notes that a commit said so. */
  public synchronized void said(Told told) {
    entries.removeAll(told.entries());
    if (voids.equals(told.voids())) {
      voids = OptionalLong.empty();
    }
  }

  /** What one commit says. */
  public record Told(SortedSet<Long> entries, OptionalLong voids, List<String> notes) {}

  /**
   * A call that ended inside another one.
   *
   * @param restored whether its record was used, as against made
   */
  public record Inside(Checkpoint checkpoint, boolean restored) {}
}
