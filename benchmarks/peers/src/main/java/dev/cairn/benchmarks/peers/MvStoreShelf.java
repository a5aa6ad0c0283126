package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.save.Folder;
import dev.cairn.benchmarks.work.Dossier;
import java.nio.file.Path;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A compressed map of H2's storage engine, committed and made durable after each stage. */
final class MvStoreShelf implements Shelf {
  private final Path folder;
  private final MVStore store;
  private final MVMap<Integer, Dossier> states;

  MvStoreShelf(Path folder) {
    this.folder = folder;
    this.store =
        new MVStore.Builder().fileName(folder.resolve("states.mv").toString()).compress().open();
    this.states = store.openMap("states");
  }

  @Override
  public int count() {
    return states.size();
  }

  @Override
  public Dossier load(int count) {
    return Objects.requireNonNull(states.get(count));
  }

  @Override
  public void save(int count, Dossier state) {
    states.put(count, state);
    store.commit();
    store.sync();
  }

  @Override
  public long storedBytes() {
    return Folder.bytes(folder);
  }

  @Override
  public void close() {
    store.close();
  }
}
