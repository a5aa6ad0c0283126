package dev.cairn.core.engine.match;

import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.PayloadFacts;
import dev.cairn.core.model.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Recorded calls for tests, by the few facts that matter to matching. */
final class CallFixtures {
  static final RunId RUN = new RunId("nightly", "0".repeat(32), 1);
  static final Fingerprint CODE = fingerprint(7);

  private CallFixtures() {}

  static Fingerprint fingerprint(int number) {
    return new Fingerprint(String.format(Locale.ROOT, "%064x", number));
  }

  static Checkpoint recorded(CallKey key, long began, String... notes) {
    return recorded(CallPath.ROOT.child(key), began, 1, notes);
  }

  static Checkpoint recorded(CallPath path, long began, long epoch, String... notes) {
    CallFacts call =
        new CallFacts(
            path,
            fingerprint(1),
            Map.of("ctx", fingerprint(1), "ctx.pages", fingerprint(2)),
            CODE,
            Map.of(),
            "first attempt",
            began,
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(3),
            "test/1",
            List.of(),
            Map.of(),
            List.of(notes));
    PayloadFacts payload = new PayloadFacts(10, 10, "none", fingerprint(3), Optional.empty());
    return new Checkpoint(RUN, began + 100 * epoch, epoch, Instant.EPOCH, call, payload);
  }
}
