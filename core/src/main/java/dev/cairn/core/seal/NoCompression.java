package dev.cairn.core.seal;

import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.io.InputStream;

/** Bytes as they are. */
record NoCompression() implements Compression {
  static final String ID = "none";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Payload compressed(Payload raw, Scratch scratch) {
    return raw;
  }

  @Override
  public InputStream decompressing(InputStream in) {
    return in;
  }
}
