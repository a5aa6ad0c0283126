package dev.cairn.core.graph.hash;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Hashes of every object's content: the canonical one of what is compared, and, for arrays of
 * primitives, the exact one, which also knows what is never compared and what is outside. They are
 * the same for most; of the special ones the exact hash is made of the recording where it is asked
 * for. For one thread while they are computed.
 */
public final class Hashes {
  private static final int SMALLEST = 64;

  private long[] exact = new long[2 * SMALLEST];
  private final BitSet special = new BitSet();
  private final Map<Integer, ContentHash> canonical = new HashMap<>();

  public void put(int number, ContentHash hash) {
    if (2 * number + 1 >= exact.length) {
      exact = Arrays.copyOf(exact, exact.length * 2);
    }
    exact[2 * number] = hash.high();
    exact[2 * number + 1] = hash.low();
  }

  public void skip(int number) {
    put(number, new ContentHash(0, 0));
  }

  /** Says that an object needs an exact hash of its own. */
  public void markSpecial(int number) {
    special.set(number);
  }

  public BitSet special() {
    return special;
  }

  /** Replaces the hash of a special object by the exact one and keeps the canonical one. */
  public void putExact(int number, ContentHash hash) {
    canonical.put(number, stored(number));
    put(number, hash);
  }

  /** The exact hash, made of what was recorded where there is none yet. */
  public ContentHash exact(int number, Recording recording, ExactSink sink) {
    boolean stored = !special.get(number) || canonical.containsKey(number);
    return stored ? stored(number) : sink.recorded(number, recording);
  }

  private ContentHash stored(int number) {
    return new ContentHash(exact[2 * number], exact[2 * number + 1]);
  }

  boolean isExact(int number, ContentHash hash) {
    return exact[2 * number] == hash.high() && exact[2 * number + 1] == hash.low();
  }

  public ContentHash canonical(int number) {
    ContentHash own = canonical.get(number);
    return own != null ? own : stored(number);
  }
}
