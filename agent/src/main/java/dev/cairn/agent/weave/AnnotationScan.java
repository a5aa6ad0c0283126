package dev.cairn.agent.weave;

import java.util.Arrays;

/**
 * Tells from the bytes of a class file, in about a microsecond, whether it can hold a stage or
 * pipeline: whether it names one of the two annotations as a type.
 *
 * <p>A class that names them otherwise passes too and is sorted out by {@link StageReader}; a class
 * that does not name them never passes. Stateless.
 */
final class AnnotationScan {
  private static final byte[] PACKAGE = ascii("Ldev/cairn/");
  private static final byte[][] NAMES = {ascii("Checkpointed;"), ascii("Pipeline;")};
  private static final int BYTE_VALUES = 256;
  private static final int[] SHIFTS = shifts();

  private AnnotationScan() {}

  /** Whether the class file names {@code @Checkpointed} or {@code @Pipeline}. */
  static boolean finds(byte[] classFile) {
    int last = PACKAGE.length - 1;
    int at = 0;
    while (at + last < classFile.length) {
      int lastByte = classFile[at + last] & 0xff;
      if (lastByte == '/' && holds(classFile, at, PACKAGE) && isName(classFile, at + last + 1)) {
        return true;
      }
      at += SHIFTS[lastByte];
    }
    return false;
  }

  private static boolean isName(byte[] classFile, int at) {
    return holds(classFile, at, NAMES[0]) || holds(classFile, at, NAMES[1]);
  }

  private static boolean holds(byte[] classFile, int at, byte[] word) {
    int end = at + word.length;
    return end <= classFile.length && Arrays.equals(classFile, at, end, word, 0, word.length);
  }

  /** How far the search may jump from each byte (Horspool). */
  private static int[] shifts() {
    int[] shifts = new int[BYTE_VALUES];
    Arrays.fill(shifts, PACKAGE.length);
    for (int i = 0; i < PACKAGE.length - 1; i++) {
      shifts[PACKAGE[i]] = PACKAGE.length - 1 - i;
    }
    return shifts;
  }

  // not through a charset, which would be looked up before main
  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
