package dev.cairn.core.graph;

import com.dynatrace.hash4j.hashing.HashValue128;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Two hashes of every object's content: the canonical one of what is compared, and the exact one,
 * which also knows the order of unordered containers, what is never compared and what is outside.
 * They are the same for most. For one thread while they are computed.
 */
final class Hashes {
  private static final int SMALLEST = 64;

  private long[] exact = new long[2 * SMALLEST];
  private final BitSet special = new BitSet();
  private final Map<Integer, HashValue128> canonical = new HashMap<>();

  void put(int number, HashValue128 hash) {
    if (2 * number + 1 >= exact.length) {
      exact = Arrays.copyOf(exact, exact.length * 2);
    }
    exact[2 * number] = hash.getMostSignificantBits();
    exact[2 * number + 1] = hash.getLeastSignificantBits();
  }

  void skip(int number) {
    put(number, new HashValue128(0, 0));
  }

  /** Says that an object needs an exact hash of its own. */
  void markSpecial(int number) {
    special.set(number);
  }

  BitSet special() {
    return special;
  }

  /** Replaces the hash of a special object by the exact one and keeps the canonical one. */
  void putExact(int number, HashValue128 hash) {
    canonical.put(number, exact(number));
    put(number, hash);
  }

  HashValue128 exact(int number) {
    return new HashValue128(exact[2 * number], exact[2 * number + 1]);
  }

  boolean isExact(int number, HashValue128 hash) {
    return exact[2 * number] == hash.getMostSignificantBits()
        && exact[2 * number + 1] == hash.getLeastSignificantBits();
  }

  HashValue128 canonical(int number) {
    HashValue128 own = canonical.get(number);
    return own != null ? own : exact(number);
  }
}
