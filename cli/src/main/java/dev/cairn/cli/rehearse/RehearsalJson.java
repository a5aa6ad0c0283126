package dev.cairn.cli.rehearse;

import dev.cairn.core.rehearsal.Report;
import dev.cairn.core.rehearsal.Report.Counted;
import dev.cairn.core.rehearsal.Report.StageRow;
import dev.cairn.core.rehearsal.Transcript.Unprotected;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rehearsal as JSON; its fields are promised in {@code docs/cli.md}. */
record RehearsalJson(
    boolean equal,
    int calls,
    int crashes,
    List<StageRow> stages,
    List<FindingJson> findings,
    List<Unprotected> unprotected,
    List<String> notLookedAt) {

  static RehearsalJson of(Rehearsed rehearsed) {
    Report report = rehearsed.report();
    return new RehearsalJson(
        report.isEqual(),
        report.calls(),
        report.crashes(),
        report.stages(),
        report.findings().stream().map(FindingJson::of).toList(),
        report.unprotected(),
        rehearsed.written());
  }

  /** One finding; no subject where it is the command, no part where it is not one part. */
  record FindingJson(
      String kind,
      @Nullable String subject,
      @Nullable String part,
      int crashes,
      String found,
      String remedy) {
    static FindingJson of(Counted counted) {
      return new FindingJson(
          counted.finding().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          orNull(counted.finding().subject()),
          orNull(counted.finding().part()),
          counted.crashes(),
          Wording.found(counted.finding()),
          Wording.remedy(counted.finding()));
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }
}
