package dev.cairn.core.model;

import java.nio.ByteBuffer;

/**
 * Where the bytes of a payload are kept that would be too many for the heap. Safe for use by many
 * threads.
 */
public interface Scratch {
  /** Keeps everything in memory. */
  Scratch NONE =
      new Scratch() {
        @Override
        public long inMemoryBytes() {
          return Long.MAX_VALUE;
        }

        @Override
        public ByteBuffer keep(byte[] bytes) {
          return ByteBuffer.wrap(bytes);
        }
      };

  /** How many bytes whoever collects some keeps in memory before handing on the others. */
  long inMemoryBytes();

  /**
   * Keeps bytes for as long as the answer is reachable: for reading only, from position 0 to the
   * limit. Where there is no room elsewhere they stay in memory, and the array is the answer's.
   */
  ByteBuffer keep(byte[] bytes);
}
