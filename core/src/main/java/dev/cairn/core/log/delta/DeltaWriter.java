package dev.cairn.core.log.delta;

import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.seal.SegmentBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which bytes of a result stand in a base already. Where a copy ended, the bytes that
 * would have come next are tried first, since most changes leave what follows in its place; then a
 * table of the base's blocks is asked. In what is new it steps faster and faster: what was passed
 * over is found again backwards from the next copy. For one result.
 */
public final class DeltaWriter {
  /** A shorter copy along the last displacement costs as much as it saves. */
  private static final int SHORTEST = 8;

  /** After each such number of misses the steps grow by one byte. */
  private static final int MISSES_BITS = 8;

  private static final int LONGEST_STEP = 64;

  private final byte[] base;
  private final byte[] result;
  private final DeltaOutput out;
  private final long mostNew;
  // most of an unchanged state is passed without a look at it
  private @Nullable BlockTable blocks;
  private int place;
  private int written;
  private int displacement;
  private int misses;
  private long newBytes;

  private DeltaWriter(byte[] base, byte[] result, Scratch scratch) {
    this.base = base;
    this.result = result;
    this.mostNew = result.length / 2;
    this.out = new DeltaOutput(new SegmentBuffer(scratch), base.length, result.length);
  }

  /**
   * A result as a delta of a base; both are copied into one array each.
   *
   * @return empty where more than half of the result is new: then a delta is not worth it
   */
  public static Optional<Payload> write(Payload base, Payload result, Scratch scratch) {
    return new DeltaWriter(base.toBytes(), result.toBytes(), scratch).write();
  }

  private Optional<Payload> write() {
    while (place < result.length && isWorthIt()) {
      int length = alongLast();
      if (length == 0) {
        length = elsewhere();
      }
      if (length > 0) {
        copy(length);
      } else {
        step();
      }
    }
    place = result.length;
    return isWorthIt() ? Optional.of(finished()) : Optional.empty();
  }

  private boolean isWorthIt() {
    return newBytes + (place - written) <= mostNew;
  }

  private void step() {
    place = Math.min(result.length, place + 1 + Math.min(LONGEST_STEP, misses >> MISSES_BITS));
    misses++;
  }

  /** How many bytes go on with the last displacement; 0 for too few. */
  private int alongLast() {
    int from = place + displacement;
    if (from < 0 || from > base.length - SHORTEST || place > result.length - SHORTEST) {
      return 0;
    }
    return BlockTable.eight(base, from) == BlockTable.eight(result, place) ? same(from) : 0;
  }

  /** How many bytes stand at another place of the base; sets the displacement if any do. */
  private int elsewhere() {
    if (place > result.length - BlockTable.WINDOW) {
      return 0;
    }
    BlockTable table = blocks == null ? new BlockTable(base) : blocks;
    blocks = table;
    int from = table.find(result, place);
    int length = from < 0 ? 0 : same(from);
    if (length < BlockTable.WINDOW) {
      return 0;
    }
    displacement = from - place;
    return length;
  }

  private int same(int from) {
    int most = Math.min(base.length - from, result.length - place);
    int end = Arrays.mismatch(base, from, from + most, result, place, place + most);
    return end < 0 ? most : end;
  }

  private void copy(int length) {
    int back = 0;
    while (isSameBefore(back)) {
      back++;
    }
    int from = place - back;
    newBytes += from - written;
    out.step(result, written, from - written, length + back, displacement);
    place += length;
    written = place;
    misses = 0;
  }

  private boolean isSameBefore(int back) {
    int at = place - back - 1;
    int from = at + displacement;
    return at >= written && from >= 0 && base[from] == result[at];
  }

  private Payload finished() {
    if (written < result.length) {
      out.step(result, written, result.length - written, 0, displacement);
    }
    return out.toPayload();
  }
}
