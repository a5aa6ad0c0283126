package dev.cairn.cli;

import dev.cairn.core.catalog.RunSummary;
import dev.cairn.core.model.RunId;

/** One run as a line of JSON; the names of the components are promised in {@code docs/cli.md}. */
record RunJson(
    String run,
    String pipeline,
    String keyDigest,
    int generation,
    String key,
    String status,
    int attempts,
    int checkpoints,
    long rawBytes,
    long storedBytes,
    String openedAt,
    String lastEntryAt,
    int damages) {

  static RunJson of(RunSummary summary) {
    RunId run = summary.run();
    return new RunJson(
        run.toString(),
        run.pipeline(),
        run.keyDigest(),
        run.generation(),
        summary.key(),
        StatusWord.of(summary.status()).word(),
        summary.attempts(),
        summary.checkpoints(),
        summary.rawBytes(),
        summary.storedBytes(),
        summary.openedAt().toString(),
        summary.lastEntryAt().toString(),
        summary.damages());
  }
}
