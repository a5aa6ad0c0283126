package dev.cairn.core.seal;

import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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

  private final Scratch scratch;
  private final List<ByteBuffer> full = new ArrayList<>();
  private long fullBytes;
  private byte[] current = new byte[FIRST_BYTES];
  private int used;

  /** One that keeps in memory what has room there, and the rest elsewhere. */
  public SegmentBuffer(Scratch scratch) {
    this.scratch = scratch;
  }

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
      keep();
      current = new byte[Math.min(LARGEST_BYTES, current.length * 2)];
      used = 0;
    }
  }

  private void keep() {
    boolean inMemory = fullBytes < scratch.inMemoryBytes();
    full.add(inMemory ? ByteBuffer.wrap(current) : scratch.keep(current));
    fullBytes += current.length;
  }

  /** How many bytes were collected. */
  long sizeBytes() {
    return fullBytes + used;
  }

  /** What was collected; the buffer must not be used afterwards. */
  public Payload toPayload() {
    full.add(ByteBuffer.wrap(Arrays.copyOf(current, used)));
    return Payload.ofBuffers(full);
  }
}
