package dev.cairn.testkit.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.keys.Keyrings;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.ForwardingStorage;
import dev.cairn.core.storage.Listing;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoreThreads;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.testkit.disk.Device;
import dev.cairn.testkit.disk.Disk;
import dev.cairn.testkit.disk.Inodes;
import dev.cairn.testkit.sabotage.Layers;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two processes do all that a store is there for, in one directory: before each call that one makes
 * to its storage, the other one does everything; of an encrypted store it rotates the key first.
 */
@Tag("once")
class NeighboursTest {
  private static final Layer SOUND = directory -> directory;

  /** A directory, what was promised of it, and who works there. */
  private static final class Street {
    private final Path root = new Disk(new Inodes()).mount(Device.HONEST).resolve("store");
    private final Ledger ledger = new Ledger();
    private final Optional<Secret> secret;
    private final boolean rude;

    Street(boolean rude, boolean encrypted) {
      this.rude = rude;
      this.secret =
          encrypted
              ? Optional.of(Secret.key(Secret.newKey(new Random(1)), "the key"))
              : Optional.empty();
    }

    /** Lets one work, and the other one where it is chosen; returns the number of calls. */
    int live(Layer layer, IntPredicate chosen) {
      return onStoreThread(() -> alive(layer, chosen));
    }

    private int alive(Layer layer, IntPredicate chosen) {
      Work second = new Work(new Resident(2, rude, secret), ledger);
      MeddledStorage meddled =
          new MeddledStorage(
              DirectoryStorage.open(root),
              chosen,
              () -> {
                rotate();
                second.doAll(DirectoryStorage.open(root));
              });
      new Work(new Resident(1, rude, secret), ledger).doAll(layer.over(meddled));
      return meddled.calls();
    }

    /** What the second one writes then is encrypted by a key that the first one has not seen. */
    private void rotate() {
      secret.ifPresent(
          known -> {
            Keyrings keyrings = new Keyrings(DirectoryStorage.open(root));
            if (keyrings.newest().isPresent()) {
              keyrings.rotate(known, new NewSlot(known, "next"), new Random(2));
            }
          });
    }

    void requireSound(String when) {
      onStoreThread(
          () -> {
            requireKept(when);
            return ledger;
          });
    }

    private void requireKept(String when) {
      assertThat(ledger.faults()).as(when).isEmpty();
      try (RunStore store = new Resident(3, true, secret).open(DirectoryStorage.open(root))) {
        ledger.requireKept(store, when);
      }
      new Work(new Resident(3, true, secret), ledger).doAll(DirectoryStorage.open(root));
      assertThat(ledger.faults()).as(when).isEmpty();
    }
  }

  // There a store changes threads for nothing.
  private static <T> T onStoreThread(Supplier<T> task) {
    try (StoreThreads threads = new StoreThreads()) {
      return threads.call(task);
    }
  }

  /** Each call has its turn in one of these. */
  @ParameterizedTest(name = "from call {0} on, rude: {1}, encrypted: {2}")
  @CsvSource({"1,false,false", "2,true,false", "3,false,true", "4,true,true"})
  void loseAndDamageNothing(int first, boolean rude, boolean encrypted) {
    requireSound(first, 4, rude, encrypted);
  }

  @ParameterizedTest(name = "rude: {0}, encrypted: {1}")
  @CsvSource({"false,false", "true,false", "false,true", "true,true"})
  @Tag("nightly")
  void loseAndDamageNothingAtAnyCall(boolean rude, boolean encrypted) {
    requireSound(1, 1, rude, encrypted);
  }

  private static void requireSound(int first, int step, boolean rude, boolean encrypted) {
    int calls = new Street(rude, encrypted).live(SOUND, call -> false);
    assertThat(calls).isGreaterThan(200);
    for (int call = first; call <= calls; call += step) {
      int chosen = call;
      Street street = new Street(rude, encrypted);

      street.live(SOUND, one -> one == chosen);

      street.requireSound("before call " + call);
    }
  }

  static Stream<Arguments> sabotages() {
    return Stream.of(
        sabotage("entries before packs", Layers::puttingPacksAfterEntries, false),
        sabotage("packs removed before the FORGET", Layers::removingPacksBeforeForgetting, false),
        sabotage("keys looked at once", NeighboursTest::lookingAtKeysOnce, true));
  }

  private static Arguments sabotage(String name, Layer layer, boolean encrypted) {
    return Arguments.of(Named.of(name, layer), encrypted);
  }

  private static Storage lookingAtKeysOnce(Storage storage) {
    AtomicReference<Listing> seen = new AtomicReference<>();
    return new ForwardingStorage(storage) {
      @Override
      public Listing list(StorageKey folder) {
        Listing now = super.list(folder);
        if (!folder.path().equals("keys") || now.objects().isEmpty()) {
          return now;
        }
        seen.compareAndSet(null, now);
        return seen.get();
      }
    };
  }

  @ParameterizedTest
  @MethodSource("sabotages")
  void findOutABrokenRule(Layer sabotage, boolean encrypted) {
    int calls = new Street(false, encrypted).live(sabotage, call -> false);
    boolean found = false;
    for (int call = 1; call <= calls && !found; call++) {
      int chosen = call;
      Street street = new Street(false, encrypted);
      street.live(sabotage, one -> one == chosen);
      found = !street.ledger.faults().isEmpty();
    }

    assertThat(found).isTrue();
  }
}
