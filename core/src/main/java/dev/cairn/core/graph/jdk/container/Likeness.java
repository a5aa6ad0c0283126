package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.kind.ValueKind;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether one element may stay where another was recorded: the same object, or an equal value. */
final class Likeness {
  private final Function<Class<?>, Optional<ValueKind>> values;

  Likeness(Function<Class<?>, Optional<ValueKind>> values) {
    this.values = values;
  }

  /** A look at the keys of one map. */
  FreeKeys freeKeys(boolean byIdentity) {
    return new FreeKeys(this, values, byIdentity);
  }

  boolean alike(@Nullable Object live, @Nullable Object recorded) {
    return live == recorded
        || (live != null
            && recorded != null
            && live.getClass() == recorded.getClass()
            && values.apply(live.getClass()).filter(kind -> kind.same(live, recorded)).isPresent());
  }
}
