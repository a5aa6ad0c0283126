package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.bytes.SnapshotOutput;
import dev.cairn.core.codec.kryo.schema.ClassTableWriter;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.kind.ValueKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the result of a call that made nothing new: nothing, an input, or a value. */
public final class ResultWriter {
  private final WalkedGraph entry;
  private final SnapshotOutput out = SnapshotOutput.inMemory(1 << 8);

  private ResultWriter(WalkedGraph entry) {
    this.entry = entry;
  }

  /** The section of a snapshot; empty where the result is something else or names a class. */
  public static Optional<SnapshotOutput> write(WalkedGraph entry, Frame exit) {
    ResultWriter writer = new ResultWriter(entry);
    Optional<Frame.Result> result = exit.result();
    writer.out.unsignedByte(result.isPresent() ? 1 : 0);
    boolean written = result.isEmpty() || writer.isWritten(result.get().value());
    return written ? Optional.of(writer.out) : Optional.empty();
  }

  private boolean isWritten(@Nullable Object value) {
    if (value == null) {
      out.varInt(Format.NULL);
      return true;
    }
    int number = entry.numberOf(value);
    if (number >= 0) {
      out.varInt(number + Format.FIRST_OBJECT);
      return true;
    }
    return entry.kinds().of(value.getClass()) instanceof ValueKind kind && isWritten(kind, value);
  }

  private boolean isWritten(ValueKind kind, Object value) {
    ClassTableWriter classes =
        new ClassTableWriter(entry.frame().loader(), SnapshotOutput.inMemory(1 << 8));
    OutputValues values = new OutputValues(classes, out);
    values.code(Format.VALUE);
    values.code(kind.code());
    try {
      kind.write(value, values);
    } catch (ClassTableWriter.UnresolvableException e) {
      return false;
    }
    return classes.size() == 0;
  }
}
