package dev.cairn.core.graph.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecallTest {
  private static final int OBJECTS = 500;

  private final ObjectTable table = new ObjectTable();
  private final SplittableRandom random = new SplittableRandom(11);

  /** Whatever is asked in whatever order, expectations never make it wrong. */
  @Test
  void findsWhatTheTableFinds() {
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      objects.add(new Object());
      table.add(objects.get(i), i == 0 ? -1 : random.nextInt(i), 0, 0, i);
    }
    for (int i = 0; i < OBJECTS; i++) {
      objects.add(new Object());
    }
    Recall recall = new Recall(table);

    for (int i = 0; i < 100 * OBJECTS; i++) {
      if (random.nextInt(5) == 0) {
        recall.begin(random.nextInt(OBJECTS));
      }
      Object object = objects.get(random.nextInt(objects.size()));
      int quick = recall.expected(object);
      assertThat(quick == -1 || quick == table.numberOf(object)).isTrue();
      assertThat(recall.numberOf(object)).isEqualTo(table.numberOf(object));
    }
  }

  @Test
  void expectsTheChildrenOfAnObjectInTheirOrder() {
    Object first = new Object();
    Object child = new Object();
    Object second = new Object();
    table.add(new Object(), -1, 0, 0, 0);
    table.add(first, 0, 0, 0, 1);
    table.add(second, 0, 0, 0, 2);
    table.add(child, 1, 0, 0, 3);
    Recall recall = new Recall(table);

    recall.begin(0);

    assertThat(recall.expected(first)).isEqualTo(1);
    assertThat(recall.expected(second)).isEqualTo(2);
    recall.begin(1);
    assertThat(recall.expected(child)).isEqualTo(3);
  }
}
