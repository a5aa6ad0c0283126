package dev.cairn.core.graph.jdk.container;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether one element may stay where another was recorded: the same object, or an equal value. */
final class Likeness {
  private final Predicate<Class<?>> isValue;

  Likeness(Predicate<Class<?>> isValue) {
    this.isValue = isValue;
  }

  boolean alike(@Nullable Object live, @Nullable Object recorded) {
    return live == recorded
        || (live != null
            && recorded != null
            && live.getClass() == recorded.getClass()
            && isValue.test(live.getClass())
            && live.equals(recorded));
  }
}
