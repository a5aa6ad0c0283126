package dev.cairn.core.engine.failure;

/**
 * The room that is left on a thread's stack. A class whose initialiser meets the end of the stack
 * is lost for the life of the JVM, so Cairn begins nothing on a thread where it could meet it. What
 * follows the body of a stage begins where the stage did, and so has the same room.
 */
public final class Headroom {
  /** About 100 KB of frames that are interpreted, as Cairn's own are when they need most. */
  private static final int FRAMES = 320;

  private Headroom() {}

  /** Whether Cairn has the room to deal with a call on this thread. */
  public static boolean isEnough() {
    try {
      return descend(FRAMES, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) != 0;
    } catch (StackOverflowError e) {
      return false;
    }
  }

  /** Many parameters make frames large, compiled or not. */
  private static long descend(
      int left, long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
    return left == 0
        ? a | b | c | d | e | f | g | h | i | j
        : descend(left - 1, b, c, d, e, f, g, h, i, j, a) | left;
  }
}
