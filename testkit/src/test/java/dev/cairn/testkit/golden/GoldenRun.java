package dev.cairn.testkit.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.core.log.Claim.Claimed;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.log.owner.Host;
import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.ManualClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A run with something of everything: two attempts, an entry's own payload, packs, a result. */
final class GoldenRun {
  static final RunKey KEY = new RunKey("Nightly.run", "date=2026-11-23");
  static final OpenFacts FACTS =
      new OpenFacts(KEY.text(), print("01"), "com.acme.Nightly", Map.of("Nightly", "1f"));
  static final Map<String, String> TOTALS = Map.of("executed", "4");

  private static final Instant BEGAN = Instant.parse("2026-11-23T05:00:00.123456789Z");

  private GoldenRun() {}

  /** What each call left, in order; the last two are alike, and too large for an entry. */
  static List<byte[]> payloads() {
    byte[] large = new byte[150_000];
    new Random(17).nextBytes(large);
    byte[] changed = large.clone();
    changed[77_777]++;
    return List.of("small".getBytes(UTF_8), new byte[0], large, changed);
  }

  static byte[] result() {
    return "the report".getBytes(UTF_8);
  }

  static CallFacts call(int number) {
    CallPath path =
        CallPath.ROOT
            .child(new CallKey("Nightly.all", "k:\ud800 half, \u00fc, \uD83D\uDE00, \" and \n", 0))
            .child(new CallKey("Nightly.step", "f:" + print("02").hex(), number));
    return new CallFacts(
        path,
        print("02"),
        Map.of("ctx", print("03")),
        print("04"),
        Map.of("com/acme/Nightly.step()V", "4f"),
        "first attempt",
        number,
        BEGAN,
        BEGAN.plusSeconds(number),
        "kryo/1",
        List.of("java.util.ArrayList", "com.acme.Page"),
        Map.of("rows", "12"),
        List.of("tries=2", "inputs=ctx; this.total"));
  }

  private static Fingerprint print(String byteInHex) {
    return new Fingerprint(byteInHex.repeat(32));
  }

  /** The key of the encrypted stores, which are there to be read by everybody. */
  static Secret secret() {
    return Secret.key("QW5kIHRoaXMgaXMgb3VyIGdvbGRlbiBnb29zZSBrZXk=", "the repository");
  }

  /** Opens a store as a process of some machine. */
  static RunStore open(Storage storage, Optional<Secret> secret) {
    ManualClock clock = ManualClock.atNoon();
    RunStoreOptions options =
        RunStoreOptions.usual(
                warning -> {
                  throw new AssertionError(warning);
                })
            .withHost(new Machine())
            .withClocks(clock, clock::nanoTime);
    return RunStore.open(storage, options, secret);
  }

  static void write(Storage storage, Optional<Secret> secret) {
    List<byte[]> payloads = payloads();
    try (RunStore store = open(storage, secret)) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      log.commit(call(0), Payload.of(payloads.get(0)));
      log.commit(call(1), Payload.of(payloads.get(1)));
    }
    try (RunStore store = open(storage, secret)) {
      RunLog log = ((Claimed) store.claim(store.newest(KEY).orElseThrow())).log();
      log.commit(call(2), Payload.of(payloads.get(2)));
      log.commit(call(3), Payload.of(payloads.get(3)));
      log.end(
          "kryo/1",
          List.of("com.acme.Report"),
          Payload.of(result()),
          new RunEnd(TOTALS, List.of()));
    }
    try (RunStore store = open(storage, secret)) {
      RunLog log = store.create(KEY, 2, FACTS).orElseThrow();
      log.commit(call(0), Payload.of(payloads.get(0)));
    }
  }

  /** No machine of anybody's: its files go into the repository. */
  private record Machine() implements Host {
    @Override
    public Owner self(String instance) {
      return new Owner("build7", "id of build7", "boot", "pids", "0", 4711, "start", instance);
    }

    @Override
    public boolean isGone(Owner owner) {
      return true;
    }
  }
}
