package dev.cairn.core.codec.kryo.bytes;

import com.esotericsoftware.kryo.io.Output;
import java.io.OutputStream;

/** Kryo's output, as far as a snapshot needs it: {@link BoundedInput} reads what this writes. */
public final class SnapshotOutput {
  private final Output out;

  private SnapshotOutput(Output out) {
    this.out = out;
  }

  /** One that keeps all its bytes until it is reset. */
  public static SnapshotOutput inMemory(int roomBytes) {
    return new SnapshotOutput(new Output(roomBytes, -1));
  }

  /** One that passes its bytes on. */
  static SnapshotOutput into(OutputStream stream, int bufferBytes) {
    return new SnapshotOutput(new Output(stream, bufferBytes));
  }

  /** A number that is not negative. */
  public void varInt(int value) {
    out.writeVarInt(value, true);
  }

  /** A number that is not negative. */
  public void varLong(long value) {
    out.writeVarLong(value, true);
  }

  public void signedVarLong(long value) {
    out.writeVarLong(value, false);
  }

  public void fixedLong(long value) {
    out.writeLong(value);
  }

  public void fixedInt(int value) {
    out.writeInt(value);
  }

  /** The lowest eight bits. */
  public void unsignedByte(int value) {
    out.writeByte(value);
  }

  public void bytes(byte[] from, int count) {
    out.writeBytes(from, 0, count);
  }

  /** All that an output in memory was given since it was reset. */
  public void append(SnapshotOutput other) {
    out.writeBytes(other.out.getBuffer(), 0, other.out.position());
  }

  /** Forgets what was written. */
  public void reset() {
    out.reset();
  }

  /** How many bytes were written, all of which have been passed on. */
  long finish() {
    out.flush();
    return out.total();
  }

  /** A copy of all that an output in memory was given since it was reset. */
  public byte[] toBytes() {
    return out.toBytes();
  }
}
