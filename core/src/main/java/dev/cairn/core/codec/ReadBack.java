package dev.cairn.core.codec;

import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.type.Kinds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a snapshot just written into copies and compares them with what it was written from. Safe
 * for use by many threads.
 */
public final class ReadBack {
  private final SnapshotCodec codec;

  /** Reads back what a codec wrote. */
  public ReadBack(SnapshotCodec codec) {
    this.codec = codec;
  }

  /**
   * Compares; writes to no live object.
   *
   * @throws CodecException if what was read differs; the subject is the path of the first
   *     difference
   */
  public void verify(EncodedSnapshot snapshot, WalkedGraph entry, Frame exit) {
    Kinds kinds = entry.kinds();
    ExitNumbers numbers = snapshot.numbers();
    LoadedSnapshot copies = codec.load(snapshot, entry);
    Likeness likeness = new Likeness(kinds, numbers, copies);
    compare(exit, copies.frame(), likeness);
    for (int number = 1; number < numbers.size(); number++) {
      Object live = numbers.object(number);
      Object copy = copies.object(number);
      if (live != copy && kinds.of(live.getClass()) instanceof NodeKind kind) {
        if (!isSameSort(kind, copy, kinds)
            || !(kinds.of(copy.getClass()) instanceof NodeKind again)) {
          throw differs(numbers.path(number));
        }
        Optional<String> step = likeness.difference(kind.capture(live), again.capture(copy));
        if (step.isPresent()) {
          throw differs(numbers.path(number) + step.get());
        }
      }
    }
    requireFound(numbers, copies);
  }

  /** Of the same class, or of one that the JVM made for the same. */
  private static boolean isSameSort(NodeKind kind, Object copy, Kinds kinds) {
    return kind.type() == copy.getClass()
        || (kind.recorded() != kind.type()
            && kinds.of(copy.getClass()) instanceof NodeKind other
            && other.recorded() == kind.recorded()
            && other.identity().equals(kind.identity()));
  }

  /** At the end, as containers that are asked may remember it. */
  private static void requireFound(ExitNumbers numbers, LoadedSnapshot copies) {
    for (int number = 1; number < numbers.size(); number++) {
      Object copy = copies.object(number);
      if (copy != numbers.object(number)) {
        requireFound(numbers, number, copy);
      }
    }
  }

  private static void requireFound(ExitNumbers numbers, int number, Object copy) {
    try {
      ForeignTables.check(copy, numbers.kinds());
    } catch (RuntimeException e) {
      String path = numbers.path(number);
      throw new CodecException(
          path, "Cannot save the stage; " + path + " cannot be restored: " + e.getMessage(), e);
    }
  }

  private static void compare(Frame live, Frame copy, Likeness likeness) {
    Optional<String> step =
        likeness.difference(live.kind().capture(live), copy.kind().capture(copy));
    step.ifPresent(
        found -> {
          throw differs(found.substring(1));
        });
    if (live.result().isPresent() && !likeness.isAlike(live.result().get().value(), result(copy))) {
      throw differs("return value");
    }
  }

  private static @Nullable Object result(Frame frame) {
    return frame.result().isPresent() ? frame.result().get().value() : null;
  }

  private static CodecException differs(String path) {
    return new CodecException(
        path,
        "Cannot save the stage; what was encoded of "
            + path
            + " does not come back as it is;"
            + " mark the field @Unsaved, or report this as a fault of Cairn");
  }
}
