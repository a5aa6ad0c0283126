package dev.cairn.core.graph.jdk.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.graph.reflect.Access;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTreeTest {
  private final SortedTree tree = SortedTree.of(Access.best()).orElseThrow();

  @Test
  void aTreeTakesAnyShapeThatAnotherOfItsSizeHas() {
    for (int size = 1; size < 200; size++) {
      TreeMap<Integer, String> grown = grown(size, new SplittableRandom(size));
      TreeMap<Integer, String> filled = filled(size);

      tree.reshape(filled, shape(grown));

      assertThat(shape(filled)).isEqualTo(shape(grown));
      assertThat(filled.keySet()).containsExactlyElementsOf(filled(size).keySet());
      assertThat(filled.descendingMap().keySet()).hasSize(size);
    }
  }

  /** Entries put in and taken out without any order. */
  private static TreeMap<Integer, String> grown(int size, SplittableRandom random) {
    TreeMap<Integer, String> grown = new TreeMap<>();
    while (grown.size() < size) {
      grown.put(random.nextInt(), "");
      if (random.nextInt(4) == 0) {
        grown.pollFirstEntry();
      }
    }
    return grown;
  }

  private static TreeMap<Integer, String> filled(int size) {
    TreeMap<Integer, String> filled = new TreeMap<>();
    IntStream.range(0, size).forEach(key -> filled.put(key, ""));
    return filled;
  }

  private String shape(TreeMap<Integer, String> map) {
    return tree.shape(map, key -> false).orElseThrow();
  }

  @Test
  void aReshapedTreeGoesOnBeingOne() {
    TreeMap<Integer, String> grown = grown(100, new SplittableRandom(7));
    TreeMap<Integer, String> filled = filled(100);

    tree.reshape(filled, shape(grown));
    IntStream.range(100, 300).forEach(key -> filled.put(key, ""));
    IntStream.iterate(0, key -> key < 300, key -> key + 2).forEach(filled::remove);

    assertThat(filled.keySet())
        .containsExactlyElementsOf(
            IntStream.range(0, 300).filter(i -> i % 2 != 0).boxed().toList());
  }

  @Test
  void anOpenIterationGoesOnOverAReshapedTree() {
    TreeMap<Integer, String> filled = filled(50);
    Iterator<Integer> open = filled.keySet().iterator();
    open.next();

    tree.reshape(filled, shape(grown(50, new SplittableRandom(1))));

    for (int key = 1; key < 50; key++) {
      assertThat(open.next()).isEqualTo(key);
    }
    assertThat(open.hasNext()).isFalse();
  }

  @Test
  void aTreeOfFixedKeysHasNoShapeWorthTelling() {
    assertThat(tree.shape(filled(10), key -> true)).isEmpty();
    assertThat(tree.shape(filled(10), Integer.valueOf(9)::equals)).isPresent();
  }

  /** Too few, too many, hanging on nothing, no digit of a shape, beyond it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "44", "7444", "447", "74", "x44", "844"})
  void noTextThatIsNoShapeTouchesTheTree(String text) {
    TreeMap<Integer, String> filled = filled(3);
    String before = shape(filled);

    assertThatThrownBy(() -> tree.reshape(filled, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not the shape of a tree of 3");
    assertThat(shape(filled)).isEqualTo(before);
  }

  /** Whoever follows it would need a stack as deep. */
  @Test
  void noShapeIsDeeperThanATreeCanBe() {
    TreeMap<Integer, String> filled = filled(100_000);
    String list = "1".repeat(filled.size() - 1) + "4";

    assertThatThrownBy(() -> tree.reshape(filled, list))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
