package dev.cairn.agent.mark;

import java.util.Map;

/**
 * The attributes that an annotation spells out; the rest have the defaults that the annotation
 * types document. Enum constants are held by name.
 *
 * @param values by attribute
 */
public record Attributes(Map<String, Object> values) {
  /** Of an annotation without any. */
  public static final Attributes NONE = new Attributes(Map.of());

  public Attributes {
    values = Map.copyOf(values);
  }

  /** A text; empty where the attribute is not written. */
  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** A truth value; false where the attribute is not written. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** A number; 0 where the attribute is not written. */
  public int number(String name) {
    return values.get(name) instanceof Integer number ? number : 0;
  }

  /** An enum constant, or the given one where the attribute is not written. */
  public <E extends Enum<E>> E choice(String name, E otherwise) {
    String text = text(name);
    return text.isEmpty() ? otherwise : Enum.valueOf(otherwise.getDeclaringClass(), text);
  }
}
