package dev.cairn.cli.rehearse;

import dev.cairn.core.rehearsal.Report;
import java.util.List;

/**
 * What came of a rehearsal.
 *
 * @param report what was compared
 * @param missed calls after which there should have been a crash, but that were not made this time
 * @param written files below the working directory that the first start made or changed: nobody
 *     looked at what is in them
 */
record Rehearsed(Report report, List<Integer> missed, List<String> written) {
  Rehearsed {
    missed = List.copyOf(missed);
    written = List.copyOf(written);
  }

  /** How many calls of the uninterrupted command no crash followed. */
  int untried() {
    return report.calls() - report.crashes();
  }
}
