package dev.cairn.core.codec.kryo;

import com.esotericsoftware.kryo.io.Output;
import dev.cairn.core.model.Payload;
import java.util.ArrayList;
import java.util.List;

/** The sections of a snapshot while they are written side by side. */
final class Sections {
  private static final int BUFFER = 1 << 13;

  private final List<Segments> segments = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();

  Sections() {
    for (int i = 0; i < Format.SECTIONS; i++) {
      Segments into = new Segments();
      segments.add(into);
      outputs.add(new Output(into, BUFFER));
    }
  }

  Output output(int section) {
    return outputs.get(section);
  }

  /** The snapshot: the head, completed by the lengths, then all sections. */
  Payload finish(Output head) {
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < Format.SECTIONS; i++) {
      outputs.get(i).flush();
      head.writeVarLong(outputs.get(i).total(), true);
      pieces.addAll(segments.get(i).pieces());
    }
    pieces.add(0, head.toBytes());
    return Payload.of(pieces);
  }
}
