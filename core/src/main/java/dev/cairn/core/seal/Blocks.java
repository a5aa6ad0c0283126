package dev.cairn.core.seal;

import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A payload compressed in blocks of 1 MiB by two threads, each block on its own. The results stand
 * one after the other, which in the formats of gzip and zstd is a whole again.
 */
final class Blocks {
  static final int BLOCK_BYTES = 1024 * 1024;

  private final List<Payload> blocks;
  private final Supplier<? extends Compressor> compressors;
  private final Scratch scratch;
  private final ByteBuffer[] results;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong keptBytes = new AtomicLong();

  private Blocks(Payload raw, Supplier<? extends Compressor> compressors, Scratch scratch) {
    this.blocks = raw.pieces(BLOCK_BYTES);
    this.compressors = compressors;
    this.scratch = scratch;
    this.results = new ByteBuffer[blocks.size()];
  }

  /** Compresses one block after the other. For one thread. */
  interface Compressor extends AutoCloseable {
    byte[] compressed(byte[] block, int length);

    @Override
    void close();
  }

  /**
   * The compressed payload.
   *
   * @param compressors makes one for each thread
   */
  static Payload compressed(
      Payload raw, Supplier<? extends Compressor> compressors, Scratch scratch) {
    Blocks blocks = new Blocks(raw, compressors, scratch);
    if (blocks.results.length < 2) {
      blocks.work();
    } else {
      blocks.workTogether();
    }
    return Payload.ofBuffers(Arrays.asList(blocks.results));
  }

  private void workTogether() {
    Beside<Boolean> other = Beside.start(this::worked, "cairn-compress");
    try {
      work();
    } finally {
      // where this thread failed the other one need not go on
      next.set(results.length);
      other.await();
    }
  }

  private boolean worked() {
    work();
    return true;
  }

  private void work() {
    byte[] block = new byte[0];
    try (Compressor compressor = compressors.get()) {
      for (int at = next.getAndIncrement(); at < results.length; at = next.getAndIncrement()) {
        int length = Math.toIntExact(blocks.get(at).sizeBytes());
        block = block.length < length ? new byte[length] : block;
        ByteBuffer content = ByteBuffer.wrap(block);
        blocks.get(at).segments().forEach(content::put);
        results[at] = kept(compressor.compressed(block, length));
      }
    }
  }

  private ByteBuffer kept(byte[] result) {
    boolean inMemory = keptBytes.addAndGet(result.length) <= scratch.inMemoryBytes();
    return inMemory ? ByteBuffer.wrap(result) : scratch.keep(result);
  }
}
