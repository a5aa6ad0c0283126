package dev.cairn.agent.weave;

import java.util.Map;

/**
 * The attributes that an annotation spells out; the rest have the defaults that the annotation
 * types document. Enum constants are held by name.
 *
 * @param values by attribute
 */
record Attributes(Map<String, Object> values) {
  /** Of an annotation without any. */
  static final Attributes NONE = new Attributes(Map.of());

  Attributes {
    values = Map.copyOf(values);
  }

  String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  int number(String name) {
    return values.get(name) instanceof Integer number ? number : 0;
  }

  /** An enum constant, or the given one where the attribute is not written. */
  <E extends Enum<E>> E choice(String name, E otherwise) {
    String text = text(name);
    return text.isEmpty() ? otherwise : Enum.valueOf(otherwise.getDeclaringClass(), text);
  }
}
