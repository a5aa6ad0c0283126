package dev.cairn.core.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompressionTest {
  private static final NativePermission ALLOWED = NativePermission.AS_THE_JVM_SAYS;
  private static final int BLOCK = Blocks.BLOCK_BYTES;

  static Stream<Compression> all() {
    return Stream.of(
        zstd(1), zstd(3), zstd(19), Compression.gzip(), Compression.gzip(9), Compression.none());
  }

  private static Compression zstd(int level) {
    return Compression.zstdOrGzip(
        level,
        ALLOWED,
        line -> {
          throw new AssertionError(line);
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void readsBackPayloadsOfAnyNumberOfBlocks(Compression compression) throws IOException {
    for (int length : new int[] {1, 100, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 17}) {
      byte[] raw = halfRandom(length);

      Payload compressed = compression.compressed(Payload.of(raw), Scratch.NONE);

      assertThat(decompressed(compression, compressed.toBytes()))
          .as("%d bytes", length)
          .isEqualTo(raw);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void readsFromAStreamThatHandsOutLittleAndTellsNothing(Compression compression)
      throws IOException {
    byte[] raw = halfRandom(2 * BLOCK + 5);
    byte[] compressed = compression.compressed(Payload.of(raw), Scratch.NONE).toBytes();

    try (InputStream in = compression.decompressing(new Reluctant(compressed))) {
      assertThat(in.readAllBytes()).isEqualTo(raw);
    }
  }

  @Test
  void anyGunzipReadsWhatTwoThreadsCompressed() throws IOException {
    byte[] raw = halfRandom(3 * BLOCK);
    byte[] compressed = Compression.gzip().compressed(Payload.of(raw), Scratch.NONE).toBytes();

    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      assertThat(in.readAllBytes()).isEqualTo(raw);
    }
  }

  @Test
  void readsGzipInOnePieceAsItWasWrittenAtFirst() throws IOException {
    byte[] raw = halfRandom(3 * BLOCK);
    ByteArrayOutputStream old = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(old)) {
      out.write(raw);
    }

    assertThat(decompressed(Compression.named("gzip"), old.toByteArray())).isEqualTo(raw);
  }

  @Test
  void keepsElsewhereWhatIsTooMuchForMemory() throws IOException {
    List<Integer> elsewhere = new ArrayList<>();
    byte[] raw = new byte[3 * BLOCK];
    new Random(1).nextBytes(raw);

    Payload compressed = zstd(3).compressed(Payload.of(raw), scratch(BLOCK + BLOCK / 2, elsewhere));

    assertThat(decompressed(zstd(3), compressed.toBytes())).isEqualTo(raw);
    assertThat(elsewhere).hasSize(2);
  }

  private static Scratch scratch(long inMemoryBytes, List<Integer> elsewhere) {
    return new Scratch() {
      @Override
      public long inMemoryBytes() {
        return inMemoryBytes;
      }

      @Override
      public synchronized ByteBuffer keep(byte[] bytes) {
        elsewhere.add(bytes.length);
        return ByteBuffer.wrap(bytes);
      }
    };
  }

  @Test
  void whatOneOfTheThreadsFailsAtIsToldByTheOther() {
    Payload raw = Payload.of(new byte[4 * BLOCK]);
    Blocks.Compressor failing =
        new Blocks.Compressor() {
          @Override
          public byte[] compressed(byte[] block, int length) {
            throw new IllegalStateException("no memory left");
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> Blocks.compressed(raw, () -> failing, Scratch.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasStackTraceContaining("no memory left");
  }

  @Test
  void isGzipWithOneLineWhereNativeCodeIsRefused() {
    List<String> lines = new ArrayList<>();

    Compression compression = Compression.zstdOrGzip(() -> Optional.of("forbidden"), lines::add);

    assertThat(compression.id()).isEqualTo("gzip");
    assertThat(lines).singleElement().asString().contains("by gzip", "(forbidden)");
  }

  private static byte[] decompressed(Compression compression, byte[] compressed)
      throws IOException {
    try (InputStream in = compression.decompressing(new ByteArrayInputStream(compressed))) {
      return in.readAllBytes();
    }
  }

  private static byte[] halfRandom(int length) {
    byte[] bytes = "once upon a time ".repeat(length / 17 + 1).getBytes(UTF_8);
    Random random = new Random(7);
    for (int at = 0; at < length; at += 2) {
      bytes[at] = (byte) random.nextInt(32);
    }
    return Arrays.copyOf(bytes, length);
  }

  /** Hands out a hundred bytes at a time, and says that none are available. */
  private static final class Reluctant extends ByteArrayInputStream {
    Reluctant(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(100, length));
    }

    @Override
    public synchronized int available() {
      return 0;
    }
  }
}
