package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.work.Dossier;
import java.io.IOException;

/** What people write by hand: save after each stage, go on behind the last one that was saved. */
record Shelved(Shelf shelf) implements Peer {
  @Override
  public long run(Pipeline pipeline) throws IOException {
    int done = shelf.count();
    Dossier state = done == 0 ? pipeline.begin() : shelf.load(done);
    for (int number = done; number < pipeline.stages(); number++) {
      state = pipeline.stage(number, state);
      shelf.save(number + 1, state);
    }
    shelf.close();
    return state.checksum();
  }

  @Override
  public long storedBytes() throws IOException {
    return shelf.storedBytes();
  }
}
