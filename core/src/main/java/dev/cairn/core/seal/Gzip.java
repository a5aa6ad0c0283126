package dev.cairn.core.seal;

import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/** RFC 1952, from the JDK: a member for each block, one after the other. */
record Gzip(int level) implements Compression {
  static final String ID = "gzip";
  static final int USUAL_LEVEL = 1;
  private static final int BUFFER_BYTES = 16 * 1024;

  Gzip {
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("gzip has the levels 1 to 9, not " + level);
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Payload compressed(Payload raw, Scratch scratch) {
    return Blocks.compressed(raw, () -> new Members(level), scratch);
  }

  @Override
  public InputStream decompressing(InputStream in) throws IOException {
    return new GZIPInputStream(new KnowsItsEnd(in), BUFFER_BYTES);
  }

  /** Compresses blocks to members. For one thread. */
  private static final class Members implements Blocks.Compressor {
    // magic, deflate, no flags, no time, nothing about the level, unknown system
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final Deflater deflater;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    Members(int level) {
      this.deflater = new Deflater(level, true);
    }

    @Override
    public byte[] compressed(byte[] block, int length) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER_BYTES);
      out.writeBytes(HEAD);
      deflater.reset();
      deflater.setInput(block, 0, length);
      deflater.finish();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      out.writeBytes(tail(block, length));
      return out.toByteArray();
    }

    private static byte[] tail(byte[] block, int length) {
      CRC32 crc = new CRC32();
      crc.update(block, 0, length);
      return ByteBuffer.allocate(2 * Integer.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt((int) crc.getValue())
          .putInt(length)
          .array();
    }

    @Override
    public void close() {
      deflater.end();
    }
  }

  /** The JDK goes on to the next member only where bytes are said to be available. */
  private static final class KnowsItsEnd extends PushbackInputStream {
    KnowsItsEnd(InputStream in) {
      super(in);
    }

    @Override
    public int available() throws IOException {
      int next = read();
      if (next < 0) {
        return 0;
      }
      unread(next);
      return 1;
    }
  }
}
