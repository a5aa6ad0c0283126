package dev.cairn.core.graph.jdk.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeakReadingTest {
  @Test
  void anEntryThatMovedWhileItWasReadIsToldOnce() {
    Supplier<List<@Nullable Object>> reading =
        readings(List.of("a", 1, "b", 2, "a", 3), List.of("b", 2, "a", 3));

    assertThat(WeakReading.distinct(reading, 2)).containsExactly("a", 1, "b", 2);
  }

  @Test
  void elementsAreKeysThemselves() {
    Supplier<List<@Nullable Object>> reading = readings(List.of("a", "b", "a"), List.of("a", "b"));

    assertThat(WeakReading.distinct(reading, 1)).containsExactly("a", "b");
  }

  @Test
  void whatDoesNotMoveIsNotAskedForItsHash() {
    Object unhashable = new Unhashable();

    assertThat(WeakReading.distinct(() -> List.of(unhashable, 1), 2).get(0)).isSameAs(unhashable);
  }

  private static Supplier<List<@Nullable Object>> readings(
      List<@Nullable Object> first, List<@Nullable Object> second) {
    Iterator<List<@Nullable Object>> each = List.of(first, second).iterator();
    return each::next;
  }

  private static final class Unhashable {
    @Override
    public int hashCode() {
      throw new IllegalStateException("asked for its hash");
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("compared");
    }
  }
}
