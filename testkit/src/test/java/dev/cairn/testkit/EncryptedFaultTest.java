package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.FaultyStorage.Fault;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same as of a plain store, and the making of one. */
class EncryptedFaultTest extends FaultTest {
  private final Secret key = Calls.key(1);

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
}
