package dev.cairn.core.seal;

import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a payload is made smaller. Recorded with each payload by its {@link #id()}, so that a store
 * may hold payloads of several kinds. Safe for use by many threads.
 */
public sealed interface Compression permits Gzip, NoCompression, Zstd {
  /** Where most of what can be gained is gained. */
  int USUAL_ZSTD_LEVEL = 3;

  /** The name that stands in the log. */
  String id();

  /**
   * The compressed form; the payload is not copied.
   *
   * @param scratch keeps what is too much for memory
   */
  Payload compressed(Payload raw, Scratch scratch);

  /**
   * A stream over the raw bytes of a compressed form.
   *
   * @throws UnsupportedFormatException if this JVM cannot decompress it
   */
  InputStream decompressing(InputStream in) throws IOException;

  /** Payloads as they are. */
  static Compression none() {
    return new NoCompression();
  }

  /** RFC 1952 at its fastest level: what any {@code gunzip} reads. */
  static Compression gzip() {
    return new Gzip(Gzip.USUAL_LEVEL);
  }

  /** RFC 1952 at a level from 1, the fastest, to 9. */
  static Compression gzip(int level) {
    return new Gzip(level);
  }

  /**
   * RFC 8878, zstd, where its native library can be loaded into this JVM; else gzip, which a
   * warning says.
   *
   * @param permission asked first whether native code may be loaded
   * @param warnings told, in one line, why it is gzip
   */
  static Compression zstdOrGzip(NativePermission permission, Consumer<String> warnings) {
    return zstdOrGzip(USUAL_ZSTD_LEVEL, permission, warnings);
  }

  /** The same at a level from 1, the fastest, to 19. */
  static Compression zstdOrGzip(int level, NativePermission permission, Consumer<String> warnings) {
    // asked before Zstd is touched: to verify that class the JVM loads classes of the library
    Optional<String> obstacle = permission.refusal().or(ZstdLibrary::load);
    obstacle.ifPresent(why -> warnings.accept(fallingBack(why)));
    return obstacle.isPresent() ? gzip() : new Zstd(level);
  }

  private static String fallingBack(String why) {
    return "Snapshots are compressed by gzip, which is slower: the native library of zstd cannot be"
        + " loaded ("
        + why
        + "); cairn.compression=gzip says so without this line";
  }

  /** The compression of a recorded id, for reading. */
  static Compression named(String id) {
    return switch (id) {
      case NoCompression.ID -> none();
      case Gzip.ID -> gzip();
      case Zstd.ID -> new Zstd(USUAL_ZSTD_LEVEL);
      default ->
          throw new UnsupportedFormatException(
              id,
              "Cannot read a payload: it is compressed by "
                  + id
                  + ", this Cairn knows zstd, gzip and none; use the version that wrote it");
    };
  }
}
