package dev.cairn.core.catalog;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.RunId;
import java.util.Comparator;
import java.util.function.Function;

/**
 * In which order checkpoints are listed. Those that are equal in it follow each other as they were
 * committed, the newest first.
 */
public final class CheckpointOrder {
  /** What the name of an order by metadata begins with. */
  public static final String METADATA = "metadata.";

  private static final Comparator<Checkpoint> NEWEST =
      Comparator.comparing(Checkpoint::at)
          .reversed()
          .thenComparing(Checkpoint::run, runs())
          .thenComparing(Comparator.comparingLong(Checkpoint::seq).reversed());

  private final Comparator<Checkpoint> comparator;

  private CheckpointOrder(Comparator<Checkpoint> comparator) {
    this.comparator = comparator;
  }

  /** The newest first. */
  public static CheckpointOrder newest() {
    return new CheckpointOrder(NEWEST);
  }

  /**
   * The order of that name: {@code time} (the newest first), {@code size} and {@code raw} (the
   * largest first), {@code took} (the longest first), {@code stage} and {@code run} (by name), or
   * {@code metadata.NAME}: the largest first, what has none of that name last.
   *
   * @throws ConfigurationException if there is none
   */
  public static CheckpointOrder named(String name) {
    return new CheckpointOrder(
        switch (name) {
          case "time" -> NEWEST;
          case "size" -> largest(one -> one.payload().storedBytes());
          case "raw" -> largest(one -> one.payload().rawBytes());
          case "took" -> largest(one -> one.call().took());
          case "stage" -> Comparator.comparing((Checkpoint one) -> one.call().stage());
          case "run" -> Comparator.comparing(Checkpoint::run, runs());
          default -> byMetadata(name);
        });
  }

  private static <T extends Comparable<T>> Comparator<Checkpoint> largest(
      Function<Checkpoint, T> figure) {
    return Comparator.comparing(figure).reversed();
  }

  private static Comparator<RunId> runs() {
    return Comparator.comparing(RunId::pipeline)
        .thenComparing(RunId::keyDigest)
        .thenComparing(RunId::generation);
  }

  private static Comparator<Checkpoint> byMetadata(String name) {
    if (!name.startsWith(METADATA) || name.length() == METADATA.length()) {
      throw new ConfigurationException(
          name,
          "Cannot sort by "
              + name
              + ": expected time, size, raw, took, stage, run or metadata.NAME, such as"
              + " metadata.accuracy");
    }
    String key = name.substring(METADATA.length());
    Comparator<Checkpoint> present =
        Comparator.comparing(one -> !one.call().metadata().containsKey(key));
    Comparator<Checkpoint> value =
        Comparator.comparing(
            one -> one.call().metadata().getOrDefault(key, ""), new MetadataOrder().reversed());
    return present.thenComparing(value);
  }

  /** The same, the other way round. */
  public CheckpointOrder reversed() {
    return new CheckpointOrder(comparator.reversed());
  }

  Comparator<ListedCheckpoint> comparator() {
    return Comparator.comparing(ListedCheckpoint::checkpoint, comparator.thenComparing(NEWEST));
  }
}
