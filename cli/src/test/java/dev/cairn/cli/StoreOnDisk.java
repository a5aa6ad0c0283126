package dev.cairn.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cairn.core.log.Claim.Claimed;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A store in a directory, as a process on {@code build7} filled it. For one thread. */
final class StoreOnDisk implements AutoCloseable {
  static final RunKey NIGHTLY = new RunKey("nightly-report", "date=2026-11-23");
  private static final Fingerprint PRINT = new Fingerprint("ab".repeat(32));

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-23T05:00:00Z"));
  private final Path root;
  private final RunStore store;
  private long calls;

  StoreOnDisk(Path root) {
    this(root, 4711);
  }

  StoreOnDisk(Path root, long pid) {
    this(root, pid, Optional.empty());
  }

  StoreOnDisk(Path root, Optional<Secret> secret) {
    this(root, 4711, secret);
  }

  private StoreOnDisk(Path root, long pid, Optional<Secret> secret) {
    this.root = root;
    RunStoreOptions options =
        RunStoreOptions.usual(
                warning -> {
                  throw new AssertionError(warning);
                })
            .with(Compression.none())
            .withHost(new Machine("build7", pid, true))
            .withClocks(clock, clock::nanoTime);
    this.store = RunStore.open(DirectoryStorage.open(root), options, secret);
  }

  void advance(Duration time) {
    clock.advance(time);
  }

  RunLog begin(RunKey key, int generation) {
    OpenFacts facts = new OpenFacts(key.text(), PRINT, "com.acme.Nightly", Map.of());
    return store.create(key, generation, facts).orElseThrow();
  }

  RunLog resume(RunKey key) {
    RunHistory history = store.newest(key).orElseThrow();
    return ((Claimed) store.claim(history)).log();
  }

  /** Records a call that took some time. */
  void call(RunLog log, CallPath path, Duration took, int bytes) {
    Instant start = clock.instant();
    clock.advance(took);
    log.commit(facts(path, start, Map.of(), List.of()), Payload.of(new byte[bytes]));
  }

  /** Records a call that left a state. */
  void call(RunLog log, CallPath path, Payload state, String codec) {
    CallFacts facts = facts(path, clock.instant(), Map.of(), List.of());
    log.commit(
        new CallFacts(
            facts.path(),
            facts.inputs(),
            facts.parts(),
            facts.code(),
            facts.methods(),
            facts.reason(),
            facts.began(),
            facts.startedAt(),
            facts.endedAt(),
            codec,
            facts.classes(),
            facts.metadata(),
            facts.notes()),
        state);
  }

  CallFacts facts(CallPath path, Instant start, Map<String, String> metadata, List<String> notes) {
    return new CallFacts(
        path,
        PRINT,
        Map.of("ctx", PRINT),
        PRINT,
        Map.of(),
        "first attempt",
        calls++,
        start,
        clock.instant(),
        "kryo",
        List.of("com.acme.Context"),
        metadata,
        notes);
  }

  Instant now() {
    return clock.instant();
  }

  static CallPath stage(String name) {
    return CallPath.ROOT.child(new CallKey(name, "f:" + PRINT.hex(), 0));
  }

  /** Everything that is on the disk, by path. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.toList()) {
        String content = Files.isDirectory(file) ? "" : Files.readString(file, ISO_8859_1);
        files.put(root.relativize(file).toString(), Files.getLastModifiedTime(file) + content);
      }
    }
    return files;
  }

  @Override
  public void close() {
    store.close();
  }
}
