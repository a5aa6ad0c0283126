package dev.cairn.core.graph.hash;

import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.kind.Written;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What every object held at the walk, in the order in which it was read: so that whether one is as
 * it was need not be found out by hashing it again, and no value be looked into that is still the
 * same object. Of arrays of primitives it has nothing. For one thread while it grows.
 */
public final class Recording {
  private static final int SMALLEST = 64;

  private long[] bits = new long[SMALLEST];
  private @Nullable Object[] references = new @Nullable Object[SMALLEST];
  private int[] begins = new int[2 * SMALLEST];
  private int bitCount;
  private int referenceCount;
  private int objects;

  /** The content of the object with the next number follows. */
  public void begin() {
    if (2 * objects + 1 >= begins.length) {
      begins = Arrays.copyOf(begins, more(begins.length));
    }
    begins[2 * objects] = bitCount;
    begins[2 * objects + 1] = referenceCount;
    objects++;
  }

  /** A primitive, or a count. */
  public void add(long value) {
    if (bitCount == bits.length) {
      bits = Arrays.copyOf(bits, more(bitCount));
    }
    bits[bitCount++] = value;
  }

  /** A reference; of a value that may be written otherwise later, what is written of it now. */
  public void add(@Nullable Object value, @Nullable Kind kind) {
    if (referenceCount == references.length) {
      references = Arrays.copyOf(references, more(referenceCount));
    }
    references[referenceCount++] =
        value != null && kind instanceof ValueKind known && !known.isSettled()
            ? Written.of(known, value)
            : value;
  }

  /** No more follows: gives back the room that was made for it. */
  public void end() {
    bits = Arrays.copyOf(bits, bitCount);
    references = Arrays.copyOf(references, referenceCount);
    begins = Arrays.copyOf(begins, 2 * objects);
  }

  private static int more(int length) {
    return length + (length >> 1);
  }

  int firstBits(int number) {
    return begins[2 * number];
  }

  int endOfBits(int number) {
    return number + 1 < objects ? begins[2 * number + 2] : bitCount;
  }

  int firstReference(int number) {
    return begins[2 * number + 1];
  }

  int endOfReferences(int number) {
    return number + 1 < objects ? begins[2 * number + 3] : referenceCount;
  }

  long bits(int at) {
    return bits[at];
  }

  @Nullable Object reference(int at) {
    return references[at];
  }
}
