package dev.cairn.core;

import dev.cairn.core.catalog.ListedCheckpoint;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Checkpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a run of {@link Checkpoints} holds: of each save the last entry, since a state is written
 * anew when its base goes. Forgotten ones are left out. For one thread at a time.
 */
final class SavedStates {
  private static final String AUTOMATIC = "checkpoint-";

  private final TreeMap<Long, ListedCheckpoint> bySave = new TreeMap<>();
  private final TreeMap<Long, Checkpoint> byEntry = new TreeMap<>();
  private final Set<Long> superseded = new HashSet<>();
  private long number;

  static SavedStates of(RunHistory history) {
    SavedStates states = new SavedStates();
    ListedCheckpoint.of(history).forEach(states::add);
    return states;
  }

  void add(ListedCheckpoint listed) {
    Checkpoint checkpoint = listed.checkpoint();
    number = Math.max(number, checkpoint.call().began() + 1);
    if (listed.state() != ListedCheckpoint.State.FORGOTTEN) {
      byEntry.put(checkpoint.seq(), checkpoint);
      ListedCheckpoint earlier = bySave.put(checkpoint.call().began(), listed);
      if (earlier != null) {
        superseded.add(earlier.checkpoint().seq());
      }
    }
  }

  /** Counts a save: its place among all of the run. */
  long next() {
    return number++;
  }

  /** An id for a save, that no other has. */
  String freeId(long save) {
    return LongStream.iterate(save + 1, count -> count + 1)
        .mapToObj(count -> AUTOMATIC + count)
        .filter(id -> find(id).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  void remove(Set<Long> entries) {
    bySave.values().removeIf(one -> entries.contains(one.checkpoint().seq()));
    byEntry.keySet().removeAll(entries);
    superseded.removeAll(entries);
  }

  /** In the order in which they were saved. */
  List<ListedCheckpoint> all() {
    return List.copyOf(bySave.values());
  }

  /** The last that was saved by this id. */
  Optional<ListedCheckpoint> find(String id) {
    return withId(id).reduce((earlier, later) -> later);
  }

  Stream<ListedCheckpoint> withId(String id) {
    return bySave.values().stream().filter(one -> SavedState.id(one.checkpoint()).equals(id));
  }

  /** Entries that a later one stands for. */
  Set<Long> superseded() {
    return Set.copyOf(superseded);
  }

  /** The last that can be read. */
  Optional<Checkpoint> newest() {
    return usable().findFirst();
  }

  /** The last first. */
  private Stream<Checkpoint> usable() {
    return bySave.descendingMap().values().stream()
        .filter(one -> one.state() == ListedCheckpoint.State.USABLE)
        .map(ListedCheckpoint::checkpoint);
  }

  /**
   * Entries of what can be read and was saved before the newest so many, but for those that a kept
   * one is stored as a difference to.
   */
  Set<Long> before(int newest) {
    Set<Long> older = usable().skip(newest).map(Checkpoint::seq).collect(Collectors.toSet());
    older.addAll(superseded);
    // a base stands before what needs it
    byEntry.descendingMap().values().stream()
        .filter(one -> !older.contains(one.seq()))
        .forEach(kept -> older.remove(kept.payload().base()));
    return older;
  }
}
