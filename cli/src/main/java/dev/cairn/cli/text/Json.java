package dev.cairn.cli.text;

import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values for programs: records (a field for each component), maps, lists, texts, numbers,
 * booleans and null. For one thread.
 */
public final class Json {
  private static final String INDENT = "  ";

  private final PrintWriter out;

  private Json(PrintWriter out) {
    this.out = out;
  }

  /** Writes one value and ends the line. */
  public static void print(PrintWriter out, Object value) {
    new Json(out).write(value, "\n");
    out.println();
  }

  private void write(@Nullable Object value, String newLine) {
    if (value instanceof Record fields) {
      write(components(fields), newLine);
    } else if (value instanceof Map<?, ?> fields) {
      writeFields(fields.entrySet().iterator(), newLine);
    } else if (value instanceof List<?> elements) {
      writeElements(elements.iterator(), newLine);
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.print(value);
    } else {
      out.print(quoted(value.toString()));
    }
  }

  private void writeFields(Iterator<? extends Map.Entry<?, ?>> fields, String newLine) {
    out.print("{");
    String separator = "";
    while (fields.hasNext()) {
      Map.Entry<?, ?> field = fields.next();
      out.print(separator + newLine + INDENT + quoted(String.valueOf(field.getKey())) + ": ");
      write(field.getValue(), newLine + INDENT);
      separator = ",";
    }
    out.print(separator.isEmpty() ? "}" : newLine + "}");
  }

  private void writeElements(Iterator<?> elements, String newLine) {
    out.print("[");
    String separator = "";
    while (elements.hasNext()) {
      out.print(separator + newLine + INDENT);
      write(elements.next(), newLine + INDENT);
      separator = ",";
    }
    out.print(separator.isEmpty() ? "]" : newLine + "]");
  }

  private static Map<String, @Nullable Object> components(Record record) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      fields.put(component.getName(), value(record, component.getAccessor()));
    }
    return fields;
  }

  private static @Nullable Object value(Record record, Method accessor) {
    try {
      // the record itself may be private to its package
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record shows its components", e);
    }
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(letter -> quoted.append(escaped((char) letter)));
    return quoted.append('"').toString();
  }

  private static String escaped(char letter) {
    return switch (letter) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default ->
          Character.isISOControl(letter) || Character.isSurrogate(letter)
              ? String.format(Locale.ROOT, "\\u%04x", (int) letter)
              : Character.toString(letter);
    };
  }
}
