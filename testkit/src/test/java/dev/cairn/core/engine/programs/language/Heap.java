package dev.cairn.core.engine.programs.language;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a program begins with: made anew by each attempt, the same each time.
 *
 * @param roots what the entry method knows; some refer to others
 * @param desk an object with a stage of its own
 * @param items holds what loops without an order go over
 * @param total what such loops may add to
 * @param crew an object for each of two threads, and one for both
 */
public record Heap(List<Node> roots, Desk desk, Node items, Node total, List<Node> crew) {
  private static final int ROOTS = 3;
  private static final int ITEMS = 3;

  /** The heap of a seed. */
  static Heap of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Node> roots = nodes("r", ROOTS, random);
    for (Node node : roots) {
      if (random.nextInt(3) == 0) {
        node.link = roots.get(random.nextInt(ROOTS));
      }
      if (random.nextInt(3) == 0) {
        node.list.add(roots.get(random.nextInt(ROOTS)));
      }
    }
    Desk desk = new Desk(random.nextBoolean() ? roots.get(1) : new Node("paper"));
    Node items = new Node("items");
    items.list.addAll(nodes("i", ITEMS, random));
    return new Heap(roots, desk, items, new Node("total"), nodes("c", 3, random));
  }

  private static List<Node> nodes(String prefix, int count, SplittableRandom random) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Node node = new Node(prefix + i);
      node.number = random.nextInt(5);
      nodes.add(node);
    }
    return nodes;
  }
}
