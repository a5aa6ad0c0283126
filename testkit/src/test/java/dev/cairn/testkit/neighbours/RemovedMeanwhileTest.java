package dev.cairn.testkit.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.Verification.Finding;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.crash.States;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a neighbour removes while a store is verified is not damaged; what else is missing is. */
class RemovedMeanwhileTest {
  private static final int SMALL = 0;
  private static final int LARGE = 1;
  private static final Resident READER = new Resident(2, false, Optional.empty());

  /** A process with a run, in a store of its own. */
  private static final class Neighbour implements AutoCloseable {
    private final MemoryStorage storage = new MemoryStorage();
    private final RunStore store = new Resident(1, false, Optional.empty()).open(storage);
    private final RunLog log = store.create(States.KEY, 1, States.FACTS).orElseThrow();
    private final Checkpoint large;

    Neighbour() {
      save(SMALL);
      large = save(LARGE);
    }

    private Checkpoint save(int number) {
      return log.commit(States.call(number), Payload.of(States.state(number)));
    }

    private StorageKey pack() {
      return storage.keys().stream()
          .filter(key -> key.path().endsWith(".pack"))
          .findFirst()
          .orElseThrow();
    }

    private void forget() {
      log.forget(Set.of(large.seq()));
    }

    private void endAndDelete() {
      log.end("kryo", List.of(), Payload.of(States.state(LARGE)), RunEnd.PLAIN);
      log.close();
      assertThat(store.delete(store.find(log.run()).orElseThrow())).isEmpty();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  private static List<Finding> verify(Storage seen) {
    try (RunStore reader = READER.open(seen)) {
      return new Catalog(reader).verify(run -> true, true).findings();
    }
  }

  static List<Named<Consumer<Neighbour>>> removals() {
    return List.of(
        Named.of("forgets", Neighbour::forget), Named.of("deletes", Neighbour::endAndDelete));
  }

  @ParameterizedTest
  @MethodSource("removals")
  void isNotDamaged(Consumer<Neighbour> removal) {
    int calls = 0;
    for (int call = 1; call <= Math.max(1, calls); call++) {
      int chosen = call;
      try (Neighbour neighbour = new Neighbour()) {
        MeddledStorage seen =
            new MeddledStorage(
                neighbour.storage, one -> one == chosen, () -> removal.accept(neighbour));

        assertThat(verify(seen)).as("before call %d", call).isEmpty();

        calls = Math.max(calls, seen.calls());
      }
    }
    assertThat(calls).isGreaterThan(8);
  }

  @Test
  void aRunWhoseRemovalWasBrokenOffIsNotDamaged() {
    int calls = 1;
    for (int call = 1; call <= calls; call++) {
      int last = call;
      try (Neighbour neighbour = new Neighbour()) {
        neighbour.log.end(RunEnd.PLAIN);
        neighbour.log.close();
        MeddledStorage dying =
            new MeddledStorage(neighbour.storage, one -> one > last, RemovedMeanwhileTest::die);

        deleteAll(dying);

        assertThat(verify(neighbour.storage)).as("after call %d", call).isEmpty();
        calls = dying.calls() > last ? last + 1 : last;
      }
    }
    assertThat(calls).isGreaterThan(12);
  }

  private static void die() {
    throw StoreException.rejected("tests", "Cannot go on: died", null);
  }

  private static void deleteAll(Storage storage) {
    try (RunStore store = READER.open(storage)) {
      store
          .runs()
          .forEach(run -> assertThat(store.delete(store.find(run).orElseThrow())).isEmpty());
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("died");
    }
  }

  @ParameterizedTest
  @MethodSource("oftenAndNever")
  void aMissingPackIsDamageHoweverOftenSomethingElseChanges(IntPredicate chosen) {
    try (Neighbour neighbour = new Neighbour()) {
      neighbour.storage.delete(neighbour.pack());
      MeddledStorage seen =
          new MeddledStorage(neighbour.storage, chosen, () -> neighbour.save(SMALL));

      assertThat(verify(seen))
          .singleElement()
          .returns(neighbour.large.seq(), Finding::entry)
          .returns(neighbour.log.run(), Finding::run);
    }
  }

  static List<Named<IntPredicate>> oftenAndNever() {
    return List.of(Named.of("often", call -> true), Named.of("never", call -> false));
  }
}
