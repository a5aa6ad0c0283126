package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.log.Liveness;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.log.owner.Host;
import dev.cairn.core.log.owner.Owner;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private final MemoryStorage storage = new MemoryStorage();

  @Test
  void aProcessThatIsThereIsAlive() {
    try (RunStore store = openOn(host("here", false))) {
      store.create(KEY, 1, FACTS).orElseThrow();

      assertThat(liveness(store)).isEqualTo(Liveness.ALIVE);
    }
  }

  @Test
  void aRunThatWasLetGoHasNoOwner() {
    try (RunStore store = openOn(host("here", false))) {
      store.create(KEY, 1, FACTS).orElseThrow().close();

      assertThat(liveness(store)).isEqualTo(Liveness.GONE);
    }
  }

  @Test
  void aCompleteRunHasNoOwner() {
    try (RunStore store = openOn(host("here", false))) {
      RunLog log = store.create(KEY, 1, FACTS).orElseThrow();
      log.end(RunEnd.PLAIN);

      assertThat(liveness(store)).isEqualTo(Liveness.GONE);
    }
  }

  @Test
  void aProcessOfAnotherSystemIsUnknown() {
    try (RunStore store = openOn(host("here", false))) {
      store.create(KEY, 1, FACTS).orElseThrow();

      try (RunStore elsewhere = openOn(host("elsewhere", false))) {
        assertThat(liveness(elsewhere)).isEqualTo(Liveness.UNKNOWN);
      }
    }
  }

  @Test
  void aProcessThatIsKnownToBeGoneOwnsNothing() {
    try (RunStore store = openOn(host("here", false))) {
      store.create(KEY, 1, FACTS).orElseThrow();

      try (RunStore later = openOn(host("here", true))) {
        assertThat(liveness(later)).isEqualTo(Liveness.GONE);
      }
    }
  }

  private RunStore openOn(Host host) {
    RunStoreOptions options = Calls.options(ManualClock.atNoon()).withHost(host);
    return RunStore.open(storage, options);
  }

  private static Host host(String name, boolean knowsThatOwnersAreGone) {
    return new Host() {
      @Override
      public Owner self(String instance) {
        return new Owner(name, name, "boot", "pids", "0", 1, "1", instance);
      }

      @Override
      public boolean isGone(Owner owner) {
        return knowsThatOwnersAreGone;
      }
    };
  }

  private static Liveness liveness(RunStore store) {
    RunHistory history = store.newest(KEY).orElseThrow();
    return store.liveness(history);
  }
}
