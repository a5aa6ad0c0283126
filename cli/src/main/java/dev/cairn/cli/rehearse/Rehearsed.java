package dev.cairn.cli.rehearse;

import dev.cairn.core.rehearsal.Report;
import java.util.List;

/**
 * What came of a rehearsal.
 *
 * @param report what was compared
 * @param missed calls after which there should have been a crash, but that were not made this time
 */
record Rehearsed(Report report, List<Integer> missed) {
  Rehearsed {
    missed = List.copyOf(missed);
  }

  /** How many calls of the uninterrupted command no crash followed. */
  int untried() {
    return report.calls() - report.crashes();
  }
}
