package dev.cairn.core.engine.match;

import dev.cairn.core.model.Checkpoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an attempt has done since its last commit and the log does not tell: which records it used,
 * which calls it left without one. The next commit says so. Thread-safe.
 */
public final class Untold {
  private static final String RESTORED = "restored=";
  private static final String UNPROTECTED = "unprotected=";
  private static final String COMPARED = "compared=";
  private static final int MOST_REASONS = 20;

  private final SortedSet<Long> restored = new TreeSet<>();
  private final Set<String> unprotected = new LinkedHashSet<>();

  /** A record was used. */
  public synchronized void restored(Checkpoint record) {
    restored.add(record.seq());
  }

  /** A call ran, or runs, without a record. */
  public synchronized void unprotected(String call, String reason) {
    if (unprotected.size() < MOST_REASONS) {
      unprotected.add(call + ": " + reason);
    }
  }

  /** What the next commit has to say. */
  public synchronized List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!restored.isEmpty()) {
      notes.add(RESTORED + EntryRanges.text(restored));
    }
    unprotected.forEach(call -> notes.add(UNPROTECTED + call));
    return notes;
  }

  /** Notes that a commit said so. */
  public synchronized void said(List<String> notes) {
    restoredBy(notes).forEach(restored::remove);
    notes.stream()
        .filter(note -> note.startsWith(UNPROTECTED))
        .forEach(note -> unprotected.remove(note.substring(UNPROTECTED.length())));
  }

  /** The records that an attempt used, by the notes of its commits. */
  public static List<Long> restoredBy(List<String> notes) {
    return notes.stream()
        .filter(note -> note.startsWith(RESTORED))
        .flatMap(note -> EntryRanges.parse(note.substring(RESTORED.length())).stream())
        .toList();
  }

  /** The calls that an attempt left without a record, each with the reason. */
  public static List<String> unprotectedBy(List<String> notes) {
    return notes.stream()
        .filter(note -> note.startsWith(UNPROTECTED))
        .map(note -> note.substring(UNPROTECTED.length()))
        .toList();
  }

  /** Whether a note is one of these. */
  public static boolean isOne(String note) {
    return note.startsWith(RESTORED) || note.startsWith(UNPROTECTED) || note.startsWith(COMPARED);
  }

  /** The note of a call that ran because its inputs are not those of this record. */
  public static String comparedNote(Checkpoint other) {
    return COMPARED + other.seq();
  }

  /** The record whose inputs differed, where a call ran because of that. */
  public static OptionalLong comparedBy(List<String> notes) {
    return notes.stream()
        .filter(note -> note.startsWith(COMPARED))
        .mapToLong(note -> Long.parseLong(note.substring(COMPARED.length())))
        .findFirst();
  }
}
