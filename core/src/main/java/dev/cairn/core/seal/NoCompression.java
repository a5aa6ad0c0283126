package dev.cairn.core.seal;

import java.io.InputStream;
import java.io.OutputStream;

/** Bytes as they are. */
record NoCompression() implements Compression {
  static final String ID = "none";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public OutputStream compressing(OutputStream out) {
    return out;
  }

  @Override
  public InputStream decompressing(InputStream in) {
    return in;
  }
}
