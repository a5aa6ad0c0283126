package dev.cairn.core.graph.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdentityNumbersTest {
  private static final int OBJECTS = 20_000;

  private final IdentityNumbers numbers = new IdentityNumbers();

  @Test
  void numbersAnyObjectsAsAnIdentityMapWould() {
    SplittableRandom random = new SplittableRandom(7);
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      objects.add(new String("equal"));
    }
    Map<Object, Integer> expected = new IdentityHashMap<>();

    for (int i = 0; i < 3 * OBJECTS; i++) {
      Object object = objects.get(random.nextInt(OBJECTS));
      Integer known = expected.putIfAbsent(object, expected.size());
      assertThat(numbers.addIfAbsent(object)).isEqualTo(known == null ? -1 : known);
    }

    assertThat(numbers.size()).isEqualTo(expected.size());
    for (Object object : objects) {
      assertThat(numbers.get(object)).isEqualTo(expected.getOrDefault(object, -1));
    }
    expected.forEach((object, number) -> assertThat(numbers.object(number)).isSameAs(object));
  }
}
