package dev.cairn.core.seal;

import dev.cairn.core.model.Payload;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects bytes of unknown number without ever copying what is collected: small segments first, of
 * 1 MiB in the end. For one thread.
 */
public final class SegmentBuffer extends OutputStream {
  private static final int FIRST_BYTES = 4 * 1024;
  private static final int LARGEST_BYTES = 1024 * 1024;

  private final List<byte[]> full = new ArrayList<>();
  private byte[] current = new byte[FIRST_BYTES];
  private int used;

  @Override
  public void write(int b) {
    makeRoom();
    current[used++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      makeRoom();
      int fitting = Math.min(left, current.length - used);
      System.arraycopy(bytes, from, current, used, fitting);
      used += fitting;
      from += fitting;
      left -= fitting;
    }
  }

  private void makeRoom() {
    if (used == current.length) {
      full.add(current);
      current = new byte[Math.min(LARGEST_BYTES, current.length * 2)];
      used = 0;
    }
  }

  /** What was collected; the buffer must not be used afterwards. */
  public Payload toPayload() {
    full.add(Arrays.copyOf(current, used));
    return Payload.of(full);
  }
}
