package dev.cairn.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Stamp;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Storage} must do. The tests of an implementation extend this class and say how
 * one is opened; every test gets a new, empty one.
 */
public abstract class StorageContract {
  private static final StorageKey KEY = new StorageKey("runs/nightly/00000001.json");
  private static final int WRITERS = 8;

  private Storage storage;
  private Storage reader;

  /** For subclasses. */
  protected StorageContract() {
    this.storage = new MemoryStorage();
    this.reader = storage;
  }

  /** Opens a new, empty storage. */
  protected abstract Storage open() throws IOException;

  /**
   * How others see what is written to the storage that was just opened, another process perhaps.
   * Everything is read through this and never written; it is not closed. Unless a subclass says
   * otherwise it is the storage itself.
   */
  protected Storage seenByOthers(Storage opened) throws IOException {
    return opened;
  }

  @BeforeEach
  void openStorage() throws IOException {
    storage = open();
    reader = seenByOthers(storage);
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  @Test
  void hasANameForMessages() {
    assertThat(storage.name()).isNotBlank();
  }

  @Test
  void readsWhatWasPutIfAbsent() {
    boolean created = storage.putIfAbsent(KEY, payload("first"));

    assertThat(created).isTrue();
    assertThat(read(KEY)).contains("first");
  }

  @Test
  void keepsWhatIsThereWhenPuttingIfAbsent() {
    storage.putIfAbsent(KEY, payload("first"));

    boolean created = storage.putIfAbsent(KEY, payload("second"));

    assertThat(created).isFalse();
    assertThat(read(KEY)).contains("first");
  }

  @Test
  void letsExactlyOneOfManyWritersWin() throws InterruptedException, ExecutionException {
    for (int round = 0; round < 20; round++) {
      StorageKey key = new StorageKey("race/" + round);

      List<Boolean> outcomes = atOnce(writer -> storage.putIfAbsent(key, payload("by " + writer)));

      assertThat(outcomes).containsOnlyOnce(true);
      assertThat(read(key)).contains("by " + outcomes.indexOf(true));
    }
  }

  @Test
  void showsALoserTheWholeObjectOfTheWinner() throws InterruptedException, ExecutionException {
    byte[] large = bytes(300_000);

    List<Boolean> whole =
        atOnce(
            writer -> {
              storage.putIfAbsent(KEY, Payload.of(large));
              return Arrays.equals(readBytes(KEY).orElseThrow(), large);
            });

    assertThat(whole).containsOnly(true);
  }

  @Test
  void replacesWhatIsThere() {
    storage.put(KEY, payload("first"));

    storage.put(KEY, payload("second"));

    assertThat(read(KEY)).contains("second");
  }

  @Test
  void readsTheNewestSignOfLife() {
    storage.touch(KEY, payload("beat 1"));

    storage.touch(KEY, payload("beat 2"));

    assertThat(read(KEY)).contains("beat 2");
  }

  @Test
  void readsTheNewestObjectWhereAnOlderOneWasRead() {
    assertThat(read(KEY)).isEmpty();
    storage.putIfAbsent(KEY, payload("first"));
    assertThat(read(KEY)).contains("first");

    storage.put(KEY, payload("second"));

    assertThat(read(KEY)).contains("second");
    storage.touch(KEY, payload("third"));
    assertThat(read(KEY)).contains("third");
  }

  @Test
  void readsOfAnObjectThatIsReplacedTheOldOneOrTheNewOne() throws IOException {
    byte[] before = bytes(3 << 20);
    byte[] after = new byte[3 << 20];
    storage.put(KEY, Payload.of(before));

    try (StoredObject opened = reader.get(KEY).orElseThrow()) {
      storage.put(KEY, Payload.of(after));
      byte[] seen = opened.stream().readAllBytes();

      assertThat(Arrays.equals(seen, before) || Arrays.equals(seen, after)).isTrue();
    }
    assertThat(readBytes(KEY).orElseThrow()).isEqualTo(after);
  }

  @Test
  void readsOfManyObjectsEachUnderItsOwnKey() {
    List<StorageKey> keys = new ArrayList<>();
    for (String folder : List.of("runs/a/1", "runs/a/2", "runs/b/1")) {
      for (int name = 1; name <= 30; name++) {
        keys.add(new StorageKey(folder + "/" + name + ".json"));
      }
    }

    keys.forEach(key -> storage.putIfAbsent(key, payload(key.path())));

    assertThat(keys).allSatisfy(key -> assertThat(read(key)).contains(key.path()));
  }

  @Test
  void hasNothingUnderAnUnusedKey() {
    assertThat(reader.get(KEY)).isEmpty();
    assertThat(reader.exists(KEY)).isFalse();
  }

  @Test
  void knowsWhatExistsAndThatAFolderIsNoObject() {
    storage.putIfAbsent(KEY, payload("first"));

    assertThat(reader.exists(KEY)).isTrue();
    assertThat(reader.exists(new StorageKey("runs/nightly"))).isFalse();
  }

  @Test
  void knowsTheSizeBeforeReading() throws IOException {
    storage.putIfAbsent(KEY, Payload.of(bytes(70_001)));

    try (StoredObject object = reader.get(KEY).orElseThrow()) {
      assertThat(object.sizeBytes()).isEqualTo(70_001);
    }
  }

  @Test
  void keepsEveryByteOfAnObjectInSegments() {
    byte[] head = bytes(1 << 20);
    byte[] tail = bytes(777);

    storage.putIfAbsent(KEY, Payload.of(List.of(head, new byte[0], tail)));

    byte[] expected = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, expected, head.length, tail.length);
    assertThat(readBytes(KEY).orElseThrow()).isEqualTo(expected);
  }

  @Test
  void keepsAnEmptyObject() {
    storage.putIfAbsent(KEY, Payload.of(new byte[0]));

    assertThat(read(KEY)).contains("");
    assertThat(storage.putIfAbsent(KEY, payload("late"))).isFalse();
  }

  @Test
  void listsWhatStandsDirectlyInAFolder() {
    storage.putIfAbsent(new StorageKey("runs/a/1/one.json"), payload("1"));
    storage.putIfAbsent(new StorageKey("runs/a/two.json"), payload("2"));
    storage.put(new StorageKey("runs/a/hb"), payload("3"));
    storage.putIfAbsent(new StorageKey("runs/ab/three.json"), payload("4"));

    assertThat(reader.list(new StorageKey("runs/a")).objects())
        .containsExactlyInAnyOrder("two.json", "hb");
    assertThat(reader.list(new StorageKey("runs/a")).folders()).containsExactly("1");
    assertThat(reader.list(new StorageKey("runs")).folders()).containsExactlyInAnyOrder("a", "ab");
  }

  @Test
  void listsNothingInAnUnknownFolder() {
    assertThat(reader.list(new StorageKey("runs/none")).folders()).isEmpty();
    assertThat(reader.list(new StorageKey("runs/none")).objects()).isEmpty();
  }

  @Test
  void listsEveryObjectAsSoonAsItIsWritten() {
    StorageKey folder = new StorageKey("many");
    for (int n = 1; n <= 200; n++) {
      storage.putIfAbsent(folder.resolve("n" + n), payload("x"));

      assertThat(reader.list(folder).objects()).hasSize(n);
    }
  }

  @Test
  void deletesAnObject() {
    storage.putIfAbsent(KEY, payload("first"));

    storage.delete(KEY);

    assertThat(reader.get(KEY)).isEmpty();
    assertThat(reader.list(new StorageKey("runs/nightly")).objects()).isEmpty();
  }

  @Test
  void hasRoomForAnotherObjectWhereOneWasDeleted() {
    storage.putIfAbsent(KEY, payload("first"));
    assertThat(read(KEY)).contains("first");
    storage.delete(KEY);
    assertThat(reader.exists(KEY)).isFalse();

    boolean created = storage.putIfAbsent(KEY, payload("second"));

    assertThat(created).isTrue();
    assertThat(read(KEY)).contains("second");
  }

  @Test
  void stampsAnObjectAnewWhereItWasReplacedAndOnlyThere() {
    StorageKey other = new StorageKey("runs/nightly/00000002.json");
    storage.put(KEY, payload("first"));
    storage.put(other, payload("other"));
    Map<String, Stamp> before = stamps();

    storage.put(KEY, payload("again"));

    Map<String, Stamp> after = stamps();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.get(other.name())).isEqualTo(before.get(other.name()));
    if (before.containsKey(KEY.name())) {
      assertThat(after.get(KEY.name())).isNotEqualTo(before.get(KEY.name()));
    }
  }

  private Map<String, Stamp> stamps() {
    return reader.list(new StorageKey("runs/nightly")).stamps();
  }

  @Test
  void deletesWhatIsNotThereWithoutComplaint() {
    assertThatCode(() -> storage.delete(KEY)).doesNotThrowAnyException();
  }

  @Test
  void tellsKeysApartThatDifferOnlyInTheirLastSegment() {
    storage.putIfAbsent(new StorageKey("a/x.y"), payload("dot"));
    storage.putIfAbsent(new StorageKey("a/x+y"), payload("plus"));
    storage.putIfAbsent(new StorageKey("a/x=2ey"), payload("escaped"));

    assertThat(read(new StorageKey("a/x.y"))).contains("dot");
    assertThat(read(new StorageKey("a/x+y"))).contains("plus");
    assertThat(read(new StorageKey("a/x=2ey"))).contains("escaped");
  }

  /** One writer's turn. */
  @FunctionalInterface
  interface Turn {
    boolean take(int writer);
  }

  private static List<Boolean> atOnce(Turn turn) throws InterruptedException, ExecutionException {
    ExecutorService executor =
        Executors.newFixedThreadPool(WRITERS, task -> new Thread(task, "storage-contract"));
    try {
      List<Callable<Boolean>> turns = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        turns.add(() -> turn.take(number));
      }
      List<Boolean> outcomes = new ArrayList<>();
      for (Future<Boolean> outcome : executor.invokeAll(turns)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      executor.shutdownNow();
    }
  }

  private Optional<String> read(StorageKey key) {
    return readBytes(key).map(bytes -> new String(bytes, UTF_8));
  }

  private Optional<byte[]> readBytes(StorageKey key) {
    return reader.get(key).map(StorageContract::content);
  }

  private static byte[] content(StoredObject object) {
    try (object) {
      return object.stream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Payload payload(String text) {
    return Payload.of(text.getBytes(UTF_8));
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
