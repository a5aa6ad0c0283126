package dev.cairn.core.log.delta;

import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.SegmentBuffer;

/** Writes the steps of a delta. */
final class DeltaOutput {
  private static final int MORE = 0x80;

  private final SegmentBuffer out;
  private int displacement;

  DeltaOutput(SegmentBuffer out, long baseBytes, long resultBytes) {
    this.out = out;
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write(DeltaFormat.MAGIC >>> shift);
    }
    number(DeltaFormat.VERSION);
    number(baseBytes);
    number(resultBytes);
  }

  /** New bytes, then copied ones. */
  void step(byte[] from, int offset, int fresh, int copied, int displaced) {
    number(fresh);
    out.write(from, offset, fresh);
    number(copied);
    if (copied > 0) {
      long change = (long) displaced - displacement;
      number(change << 1 ^ change >> (Long.SIZE - 1));
      displacement = displaced;
    }
  }

  private void number(long value) {
    long rest = value;
    while (rest >= MORE) {
      out.write((int) (rest | MORE));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  Payload toPayload() {
    return out.toPayload();
  }
}
