package dev.cairn.core.seal;

import dev.cairn.core.error.UnsupportedFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * How a payload is made smaller. Recorded with each payload by its {@link #id()}, so that a store
 * may hold payloads of several kinds. Safe for use by many threads.
 */
public sealed interface Compression permits Gzip, NoCompression {

  /** The name that stands in the log. */
  String id();

  /** A stream that compresses into another; closing it ends the compressed form. */
  OutputStream compressing(OutputStream out) throws IOException;

  /** A stream over the raw bytes of a compressed form. */
  InputStream decompressing(InputStream in) throws IOException;

  /** Payloads as they are. */
  static Compression none() {
    return new NoCompression();
  }

  /** RFC 1952 at its fastest level: what any {@code gunzip} reads. */
  static Compression gzip() {
    return new Gzip(1);
  }

  /** RFC 1952 at a level from 1, the fastest, to 9. */
  static Compression gzip(int level) {
    return new Gzip(level);
  }

  /** The compression of a recorded id, for reading. */
  static Compression named(String id) {
    return switch (id) {
      case NoCompression.ID -> none();
      case Gzip.ID -> gzip();
      default ->
          throw new UnsupportedFormatException(
              id,
              "Cannot read a payload: it is compressed by "
                  + id
                  + ", this Cairn knows gzip and none; use the version that wrote it");
    };
  }
}
