package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.payload;
import static dev.cairn.testkit.RunStoreTest.claimed;
import static dev.cairn.testkit.RunStoreTest.newest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.keys.Keyrings;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.RetryingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.FaultyStorage.Fault;
import dev.cairn.testkit.sabotage.Layers;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same as of a plain store, and the making of one. */
class EncryptedFaultTest extends FaultTest {
  private final Secret key = Calls.key(1);
  private final Secret next = Calls.key(2);

  @Override
  Optional<Secret> secret() {
    return Optional.of(key);
  }

  @ParameterizedTest
  @EnumSource
  void aStoreWhoseMakingFailedAnywhereIsMadeByTheNextProcessAndNeverInPlain(Fault fault) {
    int calls = callsOfTheMaking();
    for (int call = 1; call <= calls; call++) {
      MemoryStorage storage = new MemoryStorage();

      make(FaultyStorage.failingFrom(storage, fault, call));

      requireEncrypted(storage, "from call " + call + " of " + calls);
    }
  }

  private int callsOfTheMaking() {
    FaultyStorage counting = FaultyStorage.counting(new MemoryStorage());
    make(counting);
    return counting.calls();
  }

  private void make(Storage storage) {
    try (RunStore store = Calls.openFaulty(storage, secret())) {
      assertThat(store.runs()).isEmpty();
    } catch (StoreException e) {
      assertThat(e).hasMessageStartingWith("Cannot ");
    }
  }

  private void requireEncrypted(Storage storage, String when) {
    try (RunStore store = Calls.open(storage, secret())) {
      store.create(KEY, 1, FACTS).orElseThrow().close();
    }
    assertThatCode(() -> Calls.open(storage, secret()).close()).as(when).doesNotThrowAnyException();
    assertThatThrownBy(() -> Calls.open(storage)).as(when).hasMessageContaining("it is encrypted");
  }

  @ParameterizedTest
  @EnumSource
  void aRotationThatFailsAnywhereLeavesOneKeyThatOpensAndCanBeRepeated(Fault fault) {
    rotateWithFaults(fault, storage -> storage);
  }

  @ParameterizedTest
  @EnumSource
  void aRotationThatRemovesTheOldKeysFirstIsFoundOut(Fault fault) {
    assertThatThrownBy(() -> rotateWithFaults(fault, Layers::removingOldKeysFirst))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("that open it");
  }

  private void rotateWithFaults(Fault fault, Layer layer) {
    FaultyStorage counting = FaultyStorage.counting(used());
    assertThat(isRotated(layer.over(counting))).isTrue();
    for (int call = 1; call <= counting.calls(); call++) {
      MemoryStorage once = used();
      boolean told = isRotated(layer.over(FaultyStorage.failingOnce(once, fault, call)));
      requireRotatable(once, told, "call " + call);
      MemoryStorage forGood = used();
      told = isRotated(layer.over(FaultyStorage.failingFrom(forGood, fault, call)));
      requireRotatable(forGood, told, "from call " + call);
    }
  }

  private MemoryStorage used() {
    MemoryStorage storage = new MemoryStorage();
    try (RunStore store = Calls.open(storage, secret())) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      log.commit(call("Nightly.step", 0), payload("before"));
    }
    return storage;
  }

  /** As {@code key rotate} does it: the store is opened first. */
  private boolean isRotated(Storage storage) {
    try {
      Calls.openFaulty(storage, secret()).close();
      rotate(new RetryingStorage(storage), key);
      return true;
    } catch (StoreException e) {
      assertThat(e).hasMessageStartingWith("Cannot ");
      return false;
    }
  }

  private void rotate(Storage storage, Secret known) {
    new Keyrings(storage).rotate(known, new NewSlot(next, "next"), new SecureRandom());
  }

  private void requireRotatable(MemoryStorage storage, boolean told, String when) {
    List<Secret> open = Stream.of(key, next).filter(secret -> opens(storage, secret)).toList();
    assertThat(open).as("keys that open it, %s", when).hasSize(1);
    assertThat(told && open.contains(key)).as("told that it was rotated, %s", when).isFalse();
    rotate(storage, open.get(0));
    assertThat(opens(storage, key)).as("the old key, %s", when).isFalse();
    try (RunStore store = Calls.open(storage, Optional.of(next))) {
      RunLog log = claimed(store.claim(newest(store)));
      log.commit(call("Nightly.step", 1), payload("after"));
      assertThat(newest(store).checkpoints())
          .as(when)
          .extracting(one -> Calls.text(store.read(one)))
          .containsExactly("before", "after");
    }
  }

  private static boolean opens(Storage storage, Secret secret) {
    try {
      Calls.open(storage, Optional.of(secret)).close();
      return true;
    } catch (StoreException refused) {
      return false;
    }
  }
}
