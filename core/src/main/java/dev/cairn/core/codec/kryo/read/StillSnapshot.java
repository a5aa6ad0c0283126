package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.bytes.SnapshotOutput;
import dev.cairn.core.model.Payload;
import java.util.HexFormat;
import java.util.List;

/** A snapshot with the inputs of an earlier one, in which nothing changed, and its own result. */
public final class StillSnapshot {
  private final Payload earlier;
  private final Head head;
  private final SnapshotOutput result;

  private StillSnapshot(Payload earlier, Head head, SnapshotOutput result) {
    this.earlier = earlier;
    this.head = head;
    this.result = result;
  }

  /**
   * Puts one together out of the pieces of an earlier one; copies nothing.
   *
   * @param earlier one in which no input changed, and whose inputs refer to nothing new
   * @param result its section of the new one
   */
  public static Payload of(Payload earlier, SnapshotOutput result) {
    BoundedInput in = new BoundedInput(earlier.open(), earlier.sizeBytes());
    return new StillSnapshot(earlier, Head.read(in, earlier.sizeBytes()), result).whole();
  }

  private Payload whole() {
    return Payload.concat(
        List.of(
            Payload.of(newHead().toBytes()),
            sections(Format.CLASSES, Format.CREATED),
            Payload.of(result.toBytes()),
            sections(Format.MAKING, Format.CONSTANTS)));
  }

  private SnapshotOutput newHead() {
    SnapshotOutput out = SnapshotOutput.inMemory(1 << 8);
    out.fixedInt(Format.MAGIC);
    out.varInt(Format.VERSION);
    byte[] fingerprint = HexFormat.of().parseHex(head.fingerprint().hex());
    out.bytes(fingerprint, fingerprint.length);
    out.varInt(head.classes());
    out.varInt(head.entries());
    out.varInt(head.compared());
    out.varInt(0);
    for (int section = 0; section < Format.SECTIONS; section++) {
      out.varLong(length(section));
    }
    return out;
  }

  private long length(int section) {
    return switch (section) {
      case Format.CLASSES, Format.ENTRIES, Format.MAKING, Format.REST -> head.length(section);
      case Format.RESULT -> result.toBytes().length;
      default -> 0;
    };
  }

  private Payload sections(int first, int end) {
    return earlier.slice(head.start(first), head.start(end) - head.start(first));
  }
}
