package dev.cairn.core.codec.kryo.bytes;

import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The sections of a snapshot while they are written side by side. */
public final class Sections {
  private static final int BUFFER = 1 << 13;

  private final List<Segments> segments = new ArrayList<>();
  private final List<SnapshotOutput> outputs = new ArrayList<>();

  public Sections(Scratch scratch) {
    for (int i = 0; i < Format.SECTIONS; i++) {
      Segments into = new Segments(scratch);
      segments.add(into);
      outputs.add(SnapshotOutput.into(into, BUFFER));
    }
  }

  public SnapshotOutput output(int section) {
    return outputs.get(section);
  }

  /** The snapshot: the head, completed by the lengths, then all sections. */
  public Payload finish(SnapshotOutput head) {
    List<ByteBuffer> pieces = new ArrayList<>();
    for (int i = 0; i < Format.SECTIONS; i++) {
      head.varLong(outputs.get(i).finish());
      pieces.addAll(segments.get(i).pieces());
    }
    pieces.add(0, ByteBuffer.wrap(head.toBytes()));
    return Payload.ofBuffers(pieces);
  }
}
