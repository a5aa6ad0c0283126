package dev.cairn.core.seal;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** RFC 8878, by the native library of zstd: a frame for each block, one after the other. */
record Zstd(int level) implements Compression {
  static final String ID = "zstd";
  private static final int HIGHEST_LEVEL = 19;

  // What the library says that noise can grow by, and more.
  private static final int SPARE_BYTES = 1024;
  private static final int GROWTH_SHIFT = 7;

  Zstd {
    if (level < 1 || level > HIGHEST_LEVEL) {
      throw new IllegalArgumentException("zstd has the levels 1 to 19, not " + level);
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Payload compressed(Payload raw, Scratch scratch) {
    return Blocks.compressed(raw, () -> new Frames(level), scratch);
  }

  @Override
  public InputStream decompressing(InputStream in) throws IOException {
    ZstdLibrary.require();
    return new ZstdInputStreamNoFinalizer(in, RecyclingBufferPool.INSTANCE);
  }

  /** Compresses blocks to frames that know nothing of each other. For one thread. */
  private static final class Frames implements Blocks.Compressor {
    private final ZstdCompressCtx context;
    private byte[] room = new byte[0];

    Frames(int level) {
      this.context = new ZstdCompressCtx().setLevel(level);
    }

    @Override
    public byte[] compressed(byte[] block, int length) {
      int bound = length + (length >> GROWTH_SHIFT) + SPARE_BYTES;
      room = room.length < bound ? new byte[bound] : room;
      int size = context.compressByteArray(room, 0, room.length, block, 0, length);
      return Arrays.copyOf(room, size);
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
