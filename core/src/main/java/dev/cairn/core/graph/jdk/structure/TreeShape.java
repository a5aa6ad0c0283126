package dev.cairn.core.graph.jdk.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the entries of one bucket of a hash map stand in their tree, by their places in the bucket's
 * order. The whole past of the bucket made it so, and what comes next depends on it.
 */
final class TreeShape {
  static final int NONE = -1;
  private static final int WIDTH = 3;

  private final int first;
  private final int count;
  private final int root;
  private final List<Integer> nodes = new ArrayList<>();

  /**
   * A shape without nodes yet.
   *
   * @param first place of the bucket's first entry among all entries of the map
   */
  TreeShape(int first, int count, int root) {
    this.first = first;
    this.count = count;
    this.root = root;
  }

  void add(int left, int right, boolean red) {
    nodes.addAll(List.of(left, right, red ? 1 : 0));
  }

  int root() {
    return root;
  }

  int left(int node) {
    return nodes.get(node * WIDTH);
  }

  int right(int node) {
    return nodes.get(node * WIDTH + 1);
  }

  boolean isRed(int node) {
    return nodes.get(node * WIDTH + 2) != 0;
  }

  /** Whether it is one of the entries at these places, which are sorted. */
  boolean fits(List<Integer> places) {
    return places.size() == count
        && places.get(0) == first
        && places.get(count - 1) == first + count - 1;
  }

  static String write(List<TreeShape> shapes) {
    return shapes.stream()
        .map(shape -> shape.first + " " + shape.count + " " + shape.root + shape.tail())
        .collect(Collectors.joining(";"));
  }

  private String tail() {
    return nodes.stream().map(number -> " " + number).collect(Collectors.joining());
  }

  /**
   * Shapes by the places of their first entries.
   *
   * @throws IllegalArgumentException if the text is not that of shapes
   */
  static Map<Integer, TreeShape> read(String text) {
    Map<Integer, TreeShape> shapes = new HashMap<>();
    for (String part : text.split(";", -1)) {
      int[] numbers = Arrays.stream(part.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
      TreeShape shape = new TreeShape(numbers[0], numbers[1], numbers[2]);
      for (int i = WIDTH; i + 2 < numbers.length; i += WIDTH) {
        shape.add(numbers[i], numbers[i + 1], numbers[i + 2] != 0);
      }
      shape.check();
      shapes.put(shape.first, shape);
    }
    return shapes;
  }

  /** Every node but the root hangs on one other. */
  private void check() {
    boolean[] hanging = new boolean[Math.max(0, count)];
    boolean good = nodes.size() == count * WIDTH && root >= 0 && root < count;
    for (int i = 0; good && i < count; i++) {
      good = hangs(left(i), hanging) && hangs(right(i), hanging);
    }
    if (!good || hanging[root] || reached() != count) {
      throw new IllegalArgumentException("not the shape of a tree");
    }
  }

  private boolean hangs(int node, boolean[] hanging) {
    if (node == NONE) {
      return true;
    }
    boolean good = node >= 0 && node < count && !hanging[node];
    if (good) {
      hanging[node] = true;
    }
    return good;
  }

  private int reached() {
    int reached = 0;
    List<Integer> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      int node = open.remove(open.size() - 1);
      reached++;
      for (int below : new int[] {left(node), right(node)}) {
        if (below != NONE) {
          open.add(below);
        }
      }
    }
    return reached;
  }
}
