package dev.cairn.core.catalog;

import dev.cairn.core.error.ConfigurationException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a checkpoint's metadata must say: {@code accuracy>0.9}, {@code model=baseline}, or {@code
 * accuracy} for anything. Where both sides are numbers they are compared as numbers, else as texts;
 * a number is neither more nor less than a text. Without the name nothing holds.
 *
 * @param name of the metadata
 * @param operator one of {@code = != < <= > >=}; empty for "is there"
 * @param value what it is compared with
 */
record MetadataCondition(String name, String operator, String value) {
  private static final Pattern FORM = Pattern.compile("([^=!<>]+)(?:(=|!=|<=?|>=?)(.*))?");
  private static final MetadataOrder ORDER = new MetadataOrder();

  /**
   * Reads a condition.
   *
   * @throws ConfigurationException if it is none
   */
  static MetadataCondition of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || form.group(1).isBlank()) {
      throw new ConfigurationException(
          text,
          "Cannot tell which metadata is meant by "
              + text
              + ": expected NAME, or NAME, one of = != < <= > >=, and a value, such as"
              + " accuracy>0.9");
    }
    String operator = form.group(2) == null ? "" : form.group(2);
    String value = form.group(3) == null ? "" : form.group(3).strip();
    return new MetadataCondition(form.group(1).strip(), operator, value);
  }

  boolean holds(Map<String, String> metadata) {
    String found = metadata.get(name);
    return found != null && holds(found);
  }

  private boolean holds(String found) {
    int comparison = ORDER.compare(found, value);
    return switch (operator) {
      case "" -> true;
      case "=" -> comparison == 0;
      case "!=" -> comparison != 0;
      default -> MetadataOrder.isComparable(found, value) && isInOrder(comparison);
    };
  }

  private boolean isInOrder(int comparison) {
    return switch (operator) {
      case "<" -> comparison < 0;
      case "<=" -> comparison <= 0;
      case ">" -> comparison > 0;
      default -> comparison >= 0;
    };
  }
}
