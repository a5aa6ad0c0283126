package dev.cairn.testkit.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointQuery;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.directory.CacheFolder;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.crash.States;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a directory holds beside a store's objects decides nothing, whatever becomes of it. */
class LocalFilesTest {
  private static final RunKey MANY = new RunKey("many", "all");
  private static final int WORTH_A_CACHE = 520;
  private static final String DRAFT = "tmp/cairn-0.tmp";

  @TempDir Path folder;

  /** A store in a directory. */
  private record Place(Path root, Specimen specimen) {
    static Place of(Path root, Specimen specimen) throws IOException {
      MemoryStorage storage = Content.storage(specimen.now());
      try (RunStore store = RunStore.open(storage, specimen.options(), specimen.secret())) {
        RunLog log = store.create(MANY, 1, States.FACTS).orElseThrow();
        for (int number = 0; number < WORTH_A_CACHE; number++) {
          log.commit(States.call(3 * number), Payload.of(States.state(3 * number)));
        }
      }
      for (Map.Entry<StorageKey, byte[]> object : Content.of(storage).entrySet()) {
        Path file = root.resolve(object.getKey().path());
        Files.createDirectories(file.getParent());
        Files.write(file, object.getValue());
      }
      Place place = new Place(root, specimen);
      place.write(DRAFT, Content.of(storage).values().iterator().next());
      place.shown();
      return place;
    }

    /** All that a list tells, through the cache. */
    List<String> shown() {
      try (RunStore store =
          RunStore.open(
              DirectoryStorage.openReserved(root),
              specimen.options().with(new CacheFolder(root)),
              specimen.secret())) {
        Catalog catalog = new Catalog(store);
        return Stream.concat(
                catalog.runs().stream().map(Object::toString),
                catalog.checkpoints(CheckpointQuery.all()).checkpoints().stream()
                    .map(Object::toString))
            .toList();
      }
    }

    List<String> local() throws IOException {
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> root.relativize(file).toString())
            .filter(name -> Kind.find(new StorageKey(name)).isEmpty())
            .toList();
      }
    }

    byte[] read(String name) throws IOException {
      return Files.readAllBytes(root.resolve(name));
    }

    void write(String name, byte[] bytes) throws IOException {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    }
  }

  @ParameterizedTest(name = "encrypted: {0}")
  @ValueSource(booleans = {false, true})
  void haveNoEffect(boolean encrypted) throws IOException {
    Place place = Place.of(folder.resolve("one"), new Specimen(encrypted, 0));
    Place other = Place.of(folder.resolve("other"), new Specimen(encrypted, 300));
    List<String> whole = place.shown();

    assertThat(place.local()).containsExactlyInAnyOrder("reserve", "cache/entries", DRAFT);
    assertThat(whole).hasSizeGreaterThan(WORTH_A_CACHE);
    for (String name : place.local()) {
      byte[] own = place.read(name);
      for (byte[] forged : forgeries(own, other.read(name))) {
        place.write(name, forged);
        assertThat(place.shown()).as(name).isEqualTo(whole);
      }
      Files.delete(place.root().resolve(name));
      assertThat(place.shown()).as("without " + name).isEqualTo(whole);
      place.write(name, own);
    }
    assertThat(place.shown()).isEqualTo(whole);
  }

  /** Another store's, cut, emptied, spliced, altered. */
  private static List<byte[]> forgeries(byte[] own, byte[] foreign) {
    byte[] spliced = foreign.clone();
    System.arraycopy(own, 0, spliced, 0, Math.min(own.length, foreign.length) / 2);
    byte[] altered = own.clone();
    altered[altered.length / 2] ^= 1;
    return List.of(foreign, Arrays.copyOf(own, own.length / 2), new byte[0], spliced, altered);
  }
}
