package dev.cairn.core.engine.match;

import dev.cairn.core.model.Parameter;
import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys of runs and calls in words. Two lists of values have the same text only if they are equal:
 * strings are quoted, containers bracketed, unordered ones sorted.
 */
public final class RunKeys {
  private RunKeys() {}

  /**
   * The key of a call: its {@code @Key} parameters, else all parameters that are values.
   *
   * @return empty where no parameter can serve
   */
  public static Optional<String> text(List<Parameter> parameters, @Nullable Object[] arguments) {
    Optional<String> marked = marked(parameters, arguments);
    if (marked.isPresent() || parameters.isEmpty()) {
      return marked.or(() -> Optional.of(""));
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (!parameters.get(i).unsaved()) {
        value(parameters.get(i), arguments[i]).ifPresent(values::add);
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /**
   * The {@code @Key} parameters alone.
   *
   * @throws IllegalArgumentException if one is not a value; the message names it
   */
  public static Optional<String> marked(List<Parameter> parameters, @Nullable Object[] arguments) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      Parameter parameter = parameters.get(i);
      if (parameter.key()) {
        @Nullable Object argument = arguments[i];
        keys.add(
            value(parameter, argument)
                .orElseThrow(() -> new IllegalArgumentException(notAValue(parameter, argument))));
      }
    }
    return keys.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", keys));
  }

  private static String notAValue(Parameter parameter, @Nullable Object argument) {
    String type = argument == null ? "null" : argument.getClass().getName();
    return "@Key parameter "
        + parameter.name()
        + " is a "
        + type
        + "; a key is a value: a primitive, String, enum, number, UUID, URI, path, date or time, or"
        + " a collection or record of those";
  }

  private static Optional<String> value(Parameter parameter, @Nullable Object argument) {
    return text(argument).map(text -> parameter.name() + "=" + text);
  }

  /** The text of a value, or empty where the object is not a value. */
  static Optional<String> text(@Nullable Object value) {
    if (value == null) {
      return Optional.of("null");
    }
    if (value instanceof CharSequence || value instanceof Character) {
      return value instanceof String || value instanceof Character
          ? Optional.of(quoted(value.toString()))
          : Optional.empty();
    }
    if (isPlain(value)) {
      return Optional.of(plain(value));
    }
    return compound(value);
  }

  private static boolean isPlain(Object value) {
    return isNumberOrFlag(value)
        || value instanceof Enum
        || value instanceof UUID
        || value instanceof URI
        || value instanceof Path
        || value instanceof File
        || value instanceof Locale
        || value instanceof Currency
        || value instanceof Class
        || isTime(value);
  }

  private static boolean isNumberOrFlag(Object value) {
    Class<?> type = value.getClass();
    return value instanceof Boolean
        || type == BigDecimal.class
        || type == BigInteger.class
        || (value instanceof Number
            && type.getPackageName().equals("java.lang")
            && !type.getName().contains("$"));
  }

  private static boolean isTime(Object value) {
    return value.getClass().getPackageName().startsWith("java.time")
        && (value instanceof TemporalAccessor
            || value instanceof TemporalAmount
            || value instanceof ZoneId);
  }

  private static String plain(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof Class<?> type ? type.getName() : value.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static Optional<String> compound(Object value) {
    if (value.getClass().isArray()) {
      return all(IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)))
          .map(texts -> texts.collect(Collectors.joining(", ", "[", "]")));
    }
    if (value instanceof Map<?, ?> map) {
      return all(map.entrySet().stream().map(RunKeys::entry))
          .map(texts -> texts.sorted().collect(Collectors.joining(", ", "{", "}")));
    }
    if (value instanceof Collection<?> collection) {
      return all(collection.stream())
          .map(texts -> collection instanceof Set ? texts.sorted() : texts)
          .map(texts -> texts.collect(Collectors.joining(", ", "[", "]")));
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? Optional.of("-") : text(optional.get());
    }
    return value.getClass().isRecord() ? record(value) : Optional.empty();
  }

  /** A map's entry as a text of its own, marked so that {@link #all} lets it pass. */
  private static Object entry(Map.Entry<?, ?> entry) {
    Optional<String> key = text(entry.getKey());
    Optional<String> value = text(entry.getValue());
    return key.isPresent() && value.isPresent()
        ? new Rendered(key.get() + "=" + value.get())
        : new Object();
  }

  private static Optional<String> record(Object value) {
    List<Object> components = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Optional<String> text = component(component, value);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      components.add(new Rendered(component.getName() + "=" + text.get()));
    }
    return all(components.stream())
        .map(
            texts ->
                texts.collect(
                    Collectors.joining(", ", value.getClass().getSimpleName() + "(", ")")));
  }

  private static Optional<String> component(RecordComponent component, Object value) {
    try {
      component.getAccessor().setAccessible(true);
      return text(component.getAccessor().invoke(value));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Stream<String>> all(Stream<?> values) {
    List<Optional<String>> texts =
        values
            .map(value -> value instanceof Rendered r ? Optional.of(r.text()) : text(value))
            .toList();
    return texts.stream().allMatch(Optional::isPresent)
        ? Optional.of(texts.stream().map(Optional::orElseThrow))
        : Optional.empty();
  }

  private record Rendered(String text) {}
}
