package dev.cairn.core.log.entry;

import java.util.List;
import java.util.Map;

/**
 * What a run says of itself when it is complete.
 *
 * @param totals figures for people, by name
 * @param notes what no checkpoint could say any more, as those of a call
 */
public record RunEnd(Map<String, String> totals, List<String> notes) {
  /** Nothing. */
  public static final RunEnd PLAIN = new RunEnd(Map.of(), List.of());

  public RunEnd {
    totals = Map.copyOf(totals);
    notes = List.copyOf(notes);
  }
}
