package dev.cairn.core.graph.kind;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays of primitives as little-endian bytes, in pieces. */
public final class Primitives {

  private Primitives() {}

  /** A copy of an array of primitives. */
  @SuppressWarnings("SuspiciousSystemArraycopy")
  public static Object copy(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  /** Size of an array's content in bytes. */
  public static long sizeBytes(Object array) {
    return (long) Array.getLength(array) * widthBytes(array);
  }

  /** Size of one element in bytes. */
  public static int widthBytes(Object array) {
    return SlotType.of(array.getClass().getComponentType()).widthBytes();
  }

  /** Puts elements into a buffer at its start. */
  public static void get(Object array, int from, int count, byte[] buffer) {
    get(array, from, count, buffer, 0);
  }

  /** Puts elements into a buffer at a place. */
  public static void get(Object array, int from, int count, byte[] buffer, int at) {
    ByteBuffer bytes =
        ByteBuffer.wrap(buffer, at, buffer.length - at).order(ByteOrder.LITTLE_ENDIAN);
    if (array instanceof byte[] a) {
      bytes.put(a, from, count);
    } else if (array instanceof int[] a) {
      bytes.asIntBuffer().put(a, from, count);
    } else if (array instanceof long[] a) {
      bytes.asLongBuffer().put(a, from, count);
    } else if (array instanceof double[] a) {
      bytes.asDoubleBuffer().put(a, from, count);
    } else if (array instanceof float[] a) {
      bytes.asFloatBuffer().put(a, from, count);
    } else if (array instanceof char[] a) {
      bytes.asCharBuffer().put(a, from, count);
    } else if (array instanceof short[] a) {
      bytes.asShortBuffer().put(a, from, count);
    } else {
      boolean[] a = (boolean[]) array;
      for (int i = 0; i < count; i++) {
        buffer[at + i] = (byte) (a[from + i] ? 1 : 0);
      }
    }
  }

  /** Takes elements from the start of a buffer. */
  public static void put(Object array, int from, int count, byte[] buffer) {
    ByteBuffer bytes = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    if (array instanceof byte[] a) {
      bytes.get(a, from, count);
    } else if (array instanceof int[] a) {
      bytes.asIntBuffer().get(a, from, count);
    } else if (array instanceof long[] a) {
      bytes.asLongBuffer().get(a, from, count);
    } else if (array instanceof double[] a) {
      bytes.asDoubleBuffer().get(a, from, count);
    } else if (array instanceof float[] a) {
      bytes.asFloatBuffer().get(a, from, count);
    } else if (array instanceof char[] a) {
      bytes.asCharBuffer().get(a, from, count);
    } else if (array instanceof short[] a) {
      bytes.asShortBuffer().get(a, from, count);
    } else {
      boolean[] a = (boolean[]) array;
      for (int i = 0; i < count; i++) {
        a[from + i] = buffer[i] != 0;
      }
    }
  }
}
