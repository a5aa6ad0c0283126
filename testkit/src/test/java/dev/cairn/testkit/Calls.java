package dev.cairn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What tests of the store write into it. */
final class Calls {
  static final RunKey KEY = new RunKey("Nightly.run", "date=2026-11-23");
  static final Fingerprint PRINT = new Fingerprint("ab".repeat(32));
  static final OpenFacts FACTS =
      new OpenFacts(KEY.text(), PRINT, "com.acme.Nightly", Map.of("Nightly", "1f"));

  private static final Instant START = Instant.parse("2026-01-01T12:00:00.123456789Z");

  private Calls() {}

  static RunStoreOptions options(ManualClock clock) {
    return RunStoreOptions.usual(
            warning -> {
              throw new AssertionError(warning);
            })
        .withClocks(clock, clock::nanoTime);
  }

  /** Opens a store on a storage whose faults may reach the signs of life. */
  static RunStore openFaulty(Storage storage, Optional<Secret> secret) {
    ManualClock clock = ManualClock.atNoon();
    return RunStore.open(
        storage,
        RunStoreOptions.usual(warning -> assertThat(warning).startsWith("Cannot give a sign"))
            .withClocks(clock, clock::nanoTime),
        secret);
  }

  static RunStore open(Storage storage) {
    return open(storage, Optional.empty());
  }

  static RunStore open(Storage storage, Optional<Secret> secret) {
    return RunStore.open(storage, options(ManualClock.atNoon()), secret);
  }

  /** A key; others for other seeds. */
  static Secret key(long seed) {
    return Secret.key(Secret.newKey(new Random(seed)), "cairn.key.file=key" + seed);
  }

  static CallFacts call(String stage, int occurrence) {
    CallPath path =
        CallPath.ROOT
            .child(new CallKey("Nightly.all", "k:\ud800 half, \u00fc, \uD83D\uDE00, \" and \n", 0))
            .child(new CallKey(stage, "f:" + PRINT.hex(), occurrence));
    return new CallFacts(
        path,
        PRINT,
        Map.of("ctx", PRINT, "ctx.pages", PRINT),
        PRINT,
        Map.of("com/acme/Nightly.load()V", "4f"),
        "first attempt",
        occurrence,
        START,
        START.plusSeconds(1),
        "kryo",
        List.of("java.util.ArrayList", "com.acme.Page"),
        Map.of("rows", "12"),
        List.of("tries=2"));
  }

  static Payload payload(String text) {
    return Payload.of(text.getBytes(UTF_8));
  }

  /** Bytes that no compression makes smaller. */
  static Payload noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Payload.of(bytes);
  }

  static String text(Payload payload) {
    return new String(payload.toBytes(), UTF_8);
  }
}
