package dev.cairn.core.graph.jdk.value;

import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.kind.ValueSink;
import dev.cairn.core.graph.kind.ValueSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Objects of which the JDK has exactly one: linked by name. */
final class JdkConstants extends ValueKind {
  private static final int CODE = 70;

  private final Map<String, Object> byName = new HashMap<>();
  private final Map<Class<?>, String> names = new HashMap<>();

  JdkConstants() {
    super(CODE);
    add("emptyList", Collections.emptyList());
    add("emptySet", Collections.emptySet());
    add("emptyMap", Collections.emptyMap());
    add("reverseOrder", Collections.reverseOrder());
    add("caseInsensitiveOrder", String.CASE_INSENSITIVE_ORDER);
  }

  private void add(String name, Object constant) {
    byName.put(name, constant);
    names.put(constant.getClass(), name);
  }

  /** Their classes. */
  Iterable<Class<?>> classes() {
    return names.keySet();
  }

  @Override
  public void write(Object value, ValueSink sink) {
    sink.text(names.getOrDefault(value.getClass(), ""));
  }

  @Override
  public Object read(ValueSource source) {
    String name = source.text();
    Object constant = byName.get(name);
    if (constant == null) {
      throw new IllegalArgumentException("no constant " + name);
    }
    return constant;
  }
}
