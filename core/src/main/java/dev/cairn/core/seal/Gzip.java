package dev.cairn.core.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** RFC 1952, from the JDK. */
record Gzip(int level) implements Compression {
  static final String ID = "gzip";
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
  public OutputStream compressing(OutputStream out) throws IOException {
    return new Levelled(out, level);
  }

  @Override
  public InputStream decompressing(InputStream in) throws IOException {
    return new GZIPInputStream(in, BUFFER_BYTES);
  }

  private static final class Levelled extends GZIPOutputStream {
    Levelled(OutputStream out, int level) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(level);
    }
  }
}
