package dev.cairn.core.codec;

import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.number.Edge;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which live input object stands for which recorded one: by number where the fingerprints say that
 * numbers mean the same, else by class and path.
 */
public final class Pairing {
  private static final int NONE = -1;

  private final RecordedObjects recorded;
  private final WalkedGraph live;
  private final int[] pairs;
  private final int[] inverse;

  /**
   * Pairs as many as can be.
   *
   * @param sameNumbers how many numbers mean the same on both sides
   */
  public Pairing(RecordedObjects recorded, WalkedGraph live, int sameNumbers) {
    this.recorded = recorded;
    this.live = live;
    this.pairs = new int[recorded.size()];
    this.inverse = new int[live.size()];
    Arrays.fill(pairs, NONE);
    Arrays.fill(inverse, NONE);
    for (int number = 0; number < sameNumbers; number++) {
      pair(number, number);
    }
    if (sameNumbers < recorded.size()) {
      byPath(Math.max(1, sameNumbers));
    }
  }

  private void byPath(int from) {
    Map<Child, Integer> children = new HashMap<>();
    for (int number = 1; number < live.size(); number++) {
      children.put(new Child(live.parent(number), live.edge(number)), number);
    }
    pair(0, 0);
    for (int number = from; number < recorded.size(); number++) {
      int parent = pairs[recorded.parent(number)];
      if (parent != NONE) {
        long edge = recorded.edge(number, live.object(parent));
        pair(number, children.getOrDefault(new Child(parent, edge), NONE));
      }
    }
  }

  private record Child(int parent, long edge) {}

  private void pair(int number, int candidate) {
    if (candidate != NONE
        && inverse[candidate] == NONE
        && (number == 0 || fits(number, live.object(candidate)))) {
      pairs[number] = candidate;
      inverse[candidate] = number;
    }
  }

  /** Infrastructure is linked whatever its class: proxies and pools change theirs. */
  private boolean fits(int number, Object candidate) {
    return recorded.isOutside(number) || recorded.className(number).equals(name(candidate));
  }

  private String name(Object candidate) {
    return live.kinds().of(candidate.getClass()) instanceof NodeKind kind
        ? kind.recorded().getName()
        : candidate.getClass().getName();
  }

  /** The live number of a recorded object, or -1. */
  public int live(int number) {
    return pairs[number];
  }

  /** The recorded number of a live object, or -1. */
  public int recorded(int number) {
    return inverse[number];
  }

  /** What a snapshot says about the input objects of its call. */
  public interface RecordedObjects {

    /** How many there are. */
    int size();

    /** The number of the object in which one was found. */
    int parent(int number);

    /** How it was found there, in terms of a live parent; see {@link Edge}. */
    long edge(int number, Object parent);

    /** Its class. */
    String className(int number);

    /** Whether it was a placeholder: outside the state, or not encodable. */
    boolean isOutside(int number);
  }
}
