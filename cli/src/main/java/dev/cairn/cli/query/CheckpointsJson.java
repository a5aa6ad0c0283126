package dev.cairn.cli.query;

import dev.cairn.cli.text.CallLabel;
import dev.cairn.core.catalog.CheckpointPage;
import dev.cairn.core.catalog.ListedCheckpoint;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.PayloadFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of checkpoints as JSON; its fields are promised in {@code docs/cli.md}. */
record CheckpointsJson(int total, int skipped, List<CheckpointJson> checkpoints, int damages) {

  /** The JSON of it. */
  public static CheckpointsJson of(CheckpointPage page) {
    return new CheckpointsJson(
        page.total(),
        page.skipped(),
        page.checkpoints().stream().map(CheckpointJson::of).toList(),
        page.damages());
  }

  /** One of them. */
  record CheckpointJson(
      String checkpoint,
      String run,
      long entry,
      String status,
      String state,
      String stage,
      String call,
      String at,
      long tookMillis,
      long rawBytes,
      long storedBytes,
      @Nullable Long base,
      String compression,
      Map<String, String> metadata) {

    static CheckpointJson of(ListedCheckpoint listed) {
      Checkpoint one = listed.checkpoint();
      CallFacts call = one.call();
      PayloadFacts payload = one.payload();
      return new CheckpointJson(
          one.run() + "#" + one.seq(),
          one.run().toString(),
          one.seq(),
          listed.run().name().toLowerCase(Locale.ROOT),
          listed.state().name().toLowerCase(Locale.ROOT),
          call.stage(),
          CallLabel.of(call.path()),
          one.at().toString(),
          call.took().toMillis(),
          payload.rawBytes(),
          payload.storedBytes(),
          payload.isDelta() ? payload.base() : null,
          payload.compression(),
          call.metadata());
    }
  }
}
