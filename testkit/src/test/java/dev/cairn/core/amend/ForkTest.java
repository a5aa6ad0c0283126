package dev.cairn.core.amend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.amend.RunAmendments.Fork;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.crash.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fork of a run whose snapshots are differences to earlier ones stands on its own. */
class ForkTest {
  private static final int STAGES = 14;
  private static final int SHARED = 12;
  private static final int SIZE = 200_000;

  private final MemoryStorage storage = new MemoryStorage();

  @ParameterizedTest(name = "encrypted: {0}")
  @ValueSource(booleans = {false, true})
  void outlivesTheRunThatItsSnapshotsWereDifferencesIn(boolean encrypted) {
    Optional<Secret> secret =
        encrypted
            ? Optional.of(Secret.key(Secret.newKey(new Random(1)), "the key"))
            : Optional.empty();
    try (RunStore store = opened(secret)) {
      commitChain(store);
      RunHistory source = store.newest(States.KEY).orElseThrow();
      assertThat(source.checkpoints()).filteredOn(one -> one.payload().base() > 0).hasSize(12);

      Fork fork = new RunAmendments(store, () -> false).fork(source, "Nightly.s" + SHARED);
      assertThat(store.delete(source)).isEmpty();

      assertThat(fork.checkpoints()).isEqualTo(SHARED);
    }
    try (RunStore store = opened(secret)) {
      List<Payload> served = new ArrayList<>();
      store
          .newest(States.KEY)
          .orElseThrow()
          .checkpoints()
          .forEach(one -> served.add(store.read(one)));

      assertThat(served).hasSize(SHARED);
      for (int stage = 0; stage < SHARED; stage++) {
        assertThat(served.get(stage).toBytes()).isEqualTo(state(stage).toBytes());
      }
      assertThat(new Catalog(store).verify(run -> true, true).findings()).isEmpty();
    }
  }

  private RunStore opened(Optional<Secret> secret) {
    RunStoreOptions options =
        RunStoreOptions.usual(
            warning -> {
              throw new AssertionError(warning);
            });
    return RunStore.open(storage, options, secret);
  }

  private static CallFacts call(int stage) {
    CallFacts like = States.call(stage);
    return new CallFacts(
        CallPath.ROOT.child(new CallKey("Nightly.s" + stage, "f:" + like.inputs().hex(), 0)),
        like.inputs(),
        like.parts(),
        like.code(),
        like.methods(),
        like.reason(),
        like.began(),
        like.startedAt(),
        like.endedAt(),
        like.codec(),
        like.classes(),
        like.metadata(),
        like.notes());
  }

  private static void commitChain(RunStore store) {
    try (RunLog log = store.create(States.KEY, 1, States.FACTS).orElseThrow()) {
      Optional<Checkpoint> last = Optional.empty();
      for (int stage = 0; stage < STAGES; stage++) {
        last = Optional.of(log.commit(call(stage), state(stage), last));
      }
    }
  }

  /** A large state, of which each stage changes one byte more. */
  private static Payload state(int changes) {
    byte[] bytes = new byte[SIZE];
    new Random(SIZE).nextBytes(bytes);
    for (int i = 1; i <= changes; i++) {
      bytes[i * 7_001] += (byte) i;
    }
    return Payload.of(bytes);
  }
}
