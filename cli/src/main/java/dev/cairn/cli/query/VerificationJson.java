package dev.cairn.cli.query;

import dev.cairn.core.catalog.Verification;
import java.util.List;

/** What came of looking for damage as JSON; its fields are promised in {@code docs/cli.md}. */
record VerificationJson(int runs, int checkpoints, long readBytes, List<FindingJson> findings) {

  /** The JSON of it. */
  public static VerificationJson of(Verification verification) {
    return new VerificationJson(
        verification.runs(),
        verification.checkpoints(),
        verification.readBytes(),
        verification.findings().stream()
            .map(
                one ->
                    new FindingJson(
                        one.run().toString(), one.entry(), one.subject(), one.message()))
            .toList());
  }

  /** One thing that is not as it was written. */
  record FindingJson(String run, long entry, String subject, String message) {}
}
