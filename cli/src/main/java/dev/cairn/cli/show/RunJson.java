package dev.cairn.cli.show;

import dev.cairn.cli.text.StatusWord;
import dev.cairn.core.catalog.RunSummary;
import dev.cairn.core.model.RunId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One run of the list as JSON; its fields are promised in {@code docs/cli.md}. */
record RunJson(
    String run,
    String pipeline,
    String keyDigest,
    int generation,
    @Nullable String key,
    String status,
    String owner,
    int attempts,
    int checkpoints,
    long rawBytes,
    long storedBytes,
    @Nullable String openedAt,
    @Nullable String lastEntryAt,
    int damages) {

  /** The JSON of it. */
  public static RunJson of(RunSummary summary) {
    RunId run = summary.run();
    return new RunJson(
        run.toString(),
        run.pipeline(),
        run.keyDigest(),
        run.generation(),
        summary.key().isEmpty() ? null : summary.key(),
        StatusWord.of(summary.status(), summary.owner()).word(),
        summary.owner().name().toLowerCase(Locale.ROOT),
        summary.attempts(),
        summary.checkpoints(),
        summary.rawBytes(),
        summary.storedBytes(),
        time(summary.openedAt()),
        time(summary.lastEntryAt()),
        summary.damages());
  }

  /** ISO 8601 in UTC; null for the epoch's start, which stands for a time that is not known. */
  static @Nullable String time(Instant instant) {
    return instant.equals(Instant.EPOCH) ? null : instant.toString();
  }
}
