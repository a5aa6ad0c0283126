package dev.cairn.testkit.tampering;

import static dev.cairn.testkit.crash.States.FACTS;

import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.log.keys.Keyrings;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.ManualClock;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.crash.States;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** A store with something of everything, as it is, and as it is on another day. */
final class Specimen {
  private static final RunKey ALPHA = new RunKey("alpha", "all");
  private static final RunKey BETA = new RunKey("beta", "all");
  private static final List<RunKey> DELETED =
      List.of(new RunKey("gamma", "all"), new RunKey("delta", "all"));

  private final ManualClock clock = ManualClock.atNoon();
  private final RunStoreOptions options =
      RunStoreOptions.usual(warning -> {}).withClocks(clock, clock::nanoTime);
  private final boolean encrypted;
  private final Map<Checkpoint, byte[]> saved = new HashMap<>();
  private final Map<StorageKey, byte[]> now;
  private final Map<StorageKey, byte[]> before;
  private final Map<StorageKey, byte[]> elsewhere;

  /**
   * Writes one.
   *
   * @param first the number of its first state
   */
  Specimen(boolean encrypted, int first) {
    this.encrypted = encrypted;
    MemoryStorage storage = new MemoryStorage();
    begin(storage, first);
    this.before = Content.of(storage);
    MemoryStorage copy = Content.storage(before);
    goOn(storage, first + 30);
    goOn(copy, first + 60);
    this.now = Content.of(storage);
    this.elsewhere = Content.of(copy);
  }

  private void begin(Storage storage, int first) {
    try (RunStore store = open(storage, firstSecret())) {
      RunLog alpha = store.create(ALPHA, 1, FACTS).orElseThrow();
      Checkpoint base = save(alpha, first + 1, Optional.empty());
      save(alpha, first + 2, Optional.of(base));
      save(alpha, first, Optional.empty());
      Checkpoint forgotten = save(alpha, first + 4, Optional.empty());
      alpha.forget(Set.of(forgotten.seq()));
      alpha.amend(Amendment.Kind.ACCEPT, "Nightly.step", "");
      RunLog beta = store.create(BETA, 1, FACTS).orElseThrow();
      save(beta, first + 10, Optional.empty());
      save(beta, first + 12, Optional.empty());
      for (RunKey deleted : DELETED) {
        RunLog log = store.create(deleted, 1, FACTS).orElseThrow();
        save(log, first + 15, Optional.empty());
        log.close();
        store.delete(store.newest(deleted).orElseThrow());
      }
    }
  }

  /** What is done another way in a copy. */
  private void goOn(Storage storage, int first) {
    firstSecret()
        .ifPresent(
            known ->
                new Keyrings(storage)
                    .rotate(known, new NewSlot(secret().orElseThrow(), "new"), new Random(first)));
    try (RunStore store = open(storage, secret())) {
      RunLog alpha = claimed(store, ALPHA);
      Checkpoint undone = save(alpha, first, Optional.empty());
      alpha.undo(List.of(undone.seq()), OptionalLong.empty());
      save(alpha, first + 1, Optional.empty());
      alpha.end("kryo", List.of(), Payload.of(States.state(first + 3)), RunEnd.PLAIN);
      RunLog beta = claimed(store, BETA);
      Checkpoint forgotten = save(beta, first + 6, Optional.empty());
      save(beta, first + 10, Optional.empty());
      beta.forget(Set.of(forgotten.seq()));
      save(beta, first + 9, Optional.empty());
    }
  }

  private Checkpoint save(RunLog log, int number, Optional<Checkpoint> base) {
    byte[] state = States.state(number);
    Checkpoint checkpoint = log.commit(States.call(number), Payload.of(state), base);
    saved.put(checkpoint, state);
    return checkpoint;
  }

  private static RunLog claimed(RunStore store, RunKey key) {
    return ((Claim.Claimed) store.claim(store.newest(key).orElseThrow())).log();
  }

  private RunStore open(Storage storage, Optional<Secret> secret) {
    return RunStore.open(storage, options, secret);
  }

  RunStoreOptions options() {
    return options;
  }

  private Optional<Secret> firstSecret() {
    return secret(1);
  }

  /** What opens it; nothing where it is plain. */
  Optional<Secret> secret() {
    return secret(2);
  }

  private Optional<Secret> secret(long seed) {
    return encrypted
        ? Optional.of(Secret.key(Secret.newKey(new Random(seed)), "key " + seed))
        : Optional.empty();
  }

  /** Every state that was ever saved in it, whatever became of it. */
  Map<Checkpoint, byte[]> saved() {
    return saved;
  }

  /** Its objects. */
  Map<StorageKey, byte[]> now() {
    return now;
  }

  /** Some of its objects as they were. */
  Map<StorageKey, byte[]> before() {
    return before;
  }

  /** The objects of a copy of what it was, in which others went on. */
  Map<StorageKey, byte[]> elsewhere() {
    return elsewhere;
  }
}
