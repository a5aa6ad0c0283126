package dev.cairn.core.log.delta;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where in the base which 32 bytes stand: of all that begin at a multiple of a stride, the first of
 * each kind. What it answers is a guess, for a table of no more than four million numbers. Not
 * changed once it is made.
 */
final class BlockTable {
  /** How many bytes are looked up at a time. */
  static final int WINDOW = 32;

  private static final int MOST_BLOCKS = 1 << 21;
  private static final int TAG_BITS = 10;
  private static final int PLACE_MASK = (1 << (Integer.SIZE - TAG_BITS)) - 1;
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final long OTHER_MIX = 0xC2B2AE3D27D4EB4FL;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int stride;
  private final int[] slots;
  private final int shift;

  BlockTable(byte[] base) {
    int width = WINDOW;
    while (base.length / width > MOST_BLOCKS) {
      width *= 2;
    }
    int blocks = Math.max(1, base.length / width);
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(blocks) + 1;
    this.stride = width;
    this.slots = new int[1 << bits];
    this.shift = Long.SIZE - bits;
    for (int block = 0; (long) block * width + WINDOW <= base.length; block++) {
      add(hash(base, block * width), block);
    }
  }

  private void add(long hash, int block) {
    int slot = (int) (hash >>> shift);
    if (slots[slot] == 0) {
      slots[slot] = tag(hash) | (block + 1);
    }
  }

  private static int tag(long hash) {
    return (int) hash & ~PLACE_MASK;
  }

  /** Where the 32 bytes at a place of other bytes may stand in the base; -1 for nowhere. */
  int find(byte[] bytes, int at) {
    long hash = hash(bytes, at);
    int entry = slots[(int) (hash >>> shift)];
    boolean alike = entry != 0 && ((entry ^ (int) hash) & ~PLACE_MASK) == 0;
    return alike ? ((entry & PLACE_MASK) - 1) * stride : -1;
  }

  private static long hash(byte[] bytes, int at) {
    long hash = (eight(bytes, at) * MIX) ^ eight(bytes, at + 8);
    hash = (hash ^ (hash >>> 29)) * OTHER_MIX + eight(bytes, at + 16);
    hash = (hash ^ (hash >>> 32)) * MIX ^ eight(bytes, at + 24);
    hash = (hash ^ (hash >>> 29)) * OTHER_MIX;
    return hash ^ (hash >>> 32);
  }

  /** Eight bytes as one number. */
  static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }
}
