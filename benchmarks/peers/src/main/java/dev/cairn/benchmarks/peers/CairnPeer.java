package dev.cairn.benchmarks.peers;

import dev.cairn.Cairn;
import dev.cairn.Checkpointed;
import dev.cairn.Unsaved;
import dev.cairn.benchmarks.save.Folder;
import dev.cairn.benchmarks.work.Dossier;
import java.nio.file.Path;

/** Under the agent: the pipeline as it is, its stages annotated. */
final class CairnPeer implements Peer {
  private final Path folder;

  CairnPeer(Path folder) {
    this.folder = folder;
  }

  @Override
  public long run(Pipeline pipeline) {
    Stages stages = new Stages(pipeline);
    return Cairn.<Long, RuntimeException>run("peer", "1", stages::run);
  }

  /** The program of a user. */
  private static final class Stages {
    @Unsaved private final Pipeline pipeline;

    Stages(Pipeline pipeline) {
      this.pipeline = pipeline;
    }

    long run() {
      Dossier state = pipeline.begin();
      for (int number = 0; number < pipeline.stages(); number++) {
        if (pipeline.isInPlace()) {
          change(number, state);
        } else {
          state = changed(number, state);
        }
      }
      return state.checksum();
    }

    @Checkpointed
    private void change(int number, Dossier state) {
      pipeline.stage(number, state);
    }

    @Checkpointed
    private Dossier changed(int number, Dossier state) {
      return pipeline.stage(number, state);
    }
  }

  @Override
  public long storedBytes() {
    return Folder.bytes(folder);
  }
}
