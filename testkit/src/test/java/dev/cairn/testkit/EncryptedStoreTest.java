package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.key;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.Calls.payload;
import static dev.cairn.testkit.RunStoreTest.claimed;
import static dev.cairn.testkit.RunStoreTest.newest;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.keys.Keyrings;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.seal.NativePermission;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.StorageKey;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncryptedStoreTest {
  private static final Secret OURS = key(1);
  private static final Secret OTHER = key(2);

  private final MemoryStorage storage = new MemoryStorage();

  private RunStore open(Secret secret) {
    return Calls.open(storage, Optional.of(secret));
  }

  @Test
  void servesInALaterProcessWhatWasCommitted() {
    Map<Checkpoint, byte[]> committed = commitTwo();

    assertServed(OURS, committed);
  }

  @Test
  void opensByAPassword() {
    Secret password = Secret.password("correct horse".toCharArray(), "a test");
    open(password).close();

    assertThat(storage.keys()).contains(new StorageKey("keys/00000001.json"));
    open(Secret.password("correct horse".toCharArray(), "a test")).close();
    assertRefused(
        Secret.password("battery staple".toCharArray(), "cairn.password.file=p"),
        "the key given (cairn.password.file=p) is not one of its own; expected password"
            + " \"first\"");
  }

  @Test
  void showsNothingOfWhatIsInIt() {
    commitTwo();

    for (StorageKey object : storage.keys()) {
      String text = object.path() + new String(DamageSweep.bytes(storage, object), ISO_8859_1);
      assertThat(text)
          .as("%s", object)
          .doesNotContain(
              "Nightly.all",
              "2026-11-23",
              "\"rows\"",
              "\"hostId\"",
              "instance",
              "secret state",
              KEY.digest());
    }
  }

  @Test
  void saysThatItNeedsAKeyAndTouchesNothing() {
    Map<Checkpoint, byte[]> committed = commitTwo();
    List<StorageKey> before = storage.keys();

    assertThatThrownBy(() -> Calls.open(storage))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("it is encrypted and no key is given; give the one")
        .hasMessageContaining("cairn.key.file");
    assertThat(storage.keys()).isEqualTo(before);
    assertServed(OURS, committed);
  }

  @Test
  void saysWhichKeysOpenItWhereAnotherIsGiven() {
    Map<Checkpoint, byte[]> committed = commitTwo();
    List<StorageKey> before = storage.keys();

    assertRefused(
        OTHER, "the key given (cairn.key.file=key2) is not one of its own; expected key \"first\"");
    assertThat(storage.keys()).isEqualTo(before);
    assertServed(OURS, committed);
  }

  @Test
  void isNotMixedWithAPlainOne() {
    Calls.open(storage).close();
    List<StorageKey> before = storage.keys();

    assertRefused(OURS, "a key is given (cairn.key.file=key1), but the store is not encrypted");
    assertThat(storage.keys()).isEqualTo(before);
  }

  @Test
  void saysThatItsKeyringIsGone() {
    commitTwo();
    storage.delete(new StorageKey("keys/00000001.json"));

    assertRefused(OURS, "its keyring in keys/ is gone; put a copy of keys/ back");
  }

  @Test
  void refusesTheKeyringOfAnotherStore() {
    commitTwo();
    MemoryStorage another = new MemoryStorage();
    Calls.open(another, Optional.of(OURS)).close();
    StorageKey ring = new StorageKey("keys/00000001.json");

    storage.put(ring, Payload.of(DamageSweep.bytes(another, ring)));

    assertRefused(OURS, "its keyring is that of another store");
  }

  @Test
  void opensByAKeyThatWasAdded() {
    Map<Checkpoint, byte[]> committed = commitTwo();

    new Keyrings(storage).add(OURS, new NewSlot(OTHER, "ops"), new SecureRandom());

    assertServed(OURS, committed);
    assertServed(OTHER, committed);
  }

  @Test
  void opensByTheNewKeyAloneOnceItWasRotatedAndServesWhatIsOlder() {
    Map<Checkpoint, byte[]> committed = commitTwo();

    new Keyrings(storage).rotate(OURS, new NewSlot(OTHER, "second"), new SecureRandom());

    committed.putAll(commitTwoMore(OTHER));
    assertServed(OTHER, committed);
    assertRefused(OURS, "is not one of its own; expected key \"second\"");
  }

  @Test
  void servesAProcessThatHasItOpenWhatIsWrittenByARotatedKey() {
    try (RunStore before = open(OURS)) {
      RunLog log = before.create(KEY, 1, FACTS).orElseThrow();
      log.close();

      new Keyrings(storage).rotate(OURS, new NewSlot(OURS, "again"), new SecureRandom());
      Map<Checkpoint, byte[]> later = commitTwoMore(OURS);

      RunHistory history = newest(before);
      assertThat(history.damages()).isEmpty();
      assertThat(history.checkpoints()).containsExactlyElementsOf(later.keySet());
    }
  }

  @Test
  void holdsChainsOfDeltasCompressedByZstd() {
    Compression zstd = Compression.zstdOrGzip(NativePermission.AS_THE_JVM_SAYS, warning -> {});
    Map<Checkpoint, byte[]> committed = new LinkedHashMap<>();
    try (RunStore store =
        RunStore.open(storage, Calls.options(ManualClock.atNoon()).with(zstd), Optional.of(OURS))) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      Optional<Checkpoint> base = Optional.empty();
      for (int step = 0; step < 4; step++) {
        byte[] state = noise(200_000).toBytes();
        state[1_000] = (byte) step;
        base = Optional.of(log.commit(call("Nightly.step", step), Payload.of(state), base));
        committed.put(base.get(), state);
      }
    }

    assertThat(committed.keySet()).extracting(one -> one.payload().isDelta()).contains(true);
    assertServed(OURS, committed);
  }

  private Map<Checkpoint, byte[]> commitTwo() {
    try (RunStore store = open(OURS)) {
      return commitTwo(store.create(KEY, 1, FACTS).orElseThrow(), 0);
    }
  }

  private Map<Checkpoint, byte[]> commitTwoMore(Secret secret) {
    try (RunStore store = open(secret)) {
      return commitTwo(claimed(store.claim(newest(store))), 2);
    }
  }

  private static Map<Checkpoint, byte[]> commitTwo(RunLog log, int first) {
    Map<Checkpoint, byte[]> committed = new LinkedHashMap<>();
    for (Payload raw : List.of(payload("secret state"), noise(300_000))) {
      Checkpoint one = log.commit(call("Nightly.step", first + committed.size()), raw);
      committed.put(one, raw.toBytes());
    }
    log.close();
    return committed;
  }

  private void assertServed(Secret secret, Map<Checkpoint, byte[]> committed) {
    try (RunStore store = open(secret)) {
      RunHistory history = newest(store);
      assertThat(history.damages()).isEmpty();
      assertThat(history.checkpoints()).containsExactlyElementsOf(committed.keySet());
      committed.forEach((one, bytes) -> assertThat(store.read(one).toBytes()).isEqualTo(bytes));
    }
  }

  private void assertRefused(Secret secret, String why) {
    assertThatThrownBy(() -> open(secret))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(why);
  }
}
