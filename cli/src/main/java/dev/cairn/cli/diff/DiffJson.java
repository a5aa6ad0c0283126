package dev.cairn.cli.diff;

import dev.cairn.cli.text.CallLabel;
import dev.cairn.core.codec.tree.Difference;
import dev.cairn.core.codec.tree.Differences;
import dev.cairn.core.model.Checkpoint;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison as JSON; its fields are promised in {@code docs/cli.md}. */
record DiffJson(CheckpointJson a, CheckpointJson b, long total, List<DifferenceJson> differences) {

  /** The comparison of two checkpoints. */
  public static DiffJson of(Checkpoint one, Checkpoint other, Differences differences) {
    return new DiffJson(
        CheckpointJson.of(one),
        CheckpointJson.of(other),
        differences.total(),
        differences.shown().stream().map(DifferenceJson::of).toList());
  }

  /** Which checkpoint. */
  public record CheckpointJson(String run, long entry, String call) {
    static CheckpointJson of(Checkpoint one) {
      return new CheckpointJson(one.run().toString(), one.seq(), CallLabel.of(one.call().path()));
    }
  }

  /** One difference; null where there is nothing. */
  public record DifferenceJson(
      String path, String kind, @Nullable String before, @Nullable String after) {
    static DifferenceJson of(Difference one) {
      return new DifferenceJson(
          one.path(),
          one.kind().name().toLowerCase(Locale.ROOT),
          one.before().isEmpty() ? null : one.before(),
          one.after().isEmpty() ? null : one.after());
    }
  }
}
