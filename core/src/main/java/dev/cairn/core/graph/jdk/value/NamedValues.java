package dev.cairn.core.graph.jdk.value;

import dev.cairn.core.graph.jdk.value.Values.Simple;
import dev.cairn.core.graph.kind.GoneException;
import dev.cairn.core.graph.kind.ValueSink;
import dev.cairn.core.graph.kind.ValueSource;
import dev.cairn.core.graph.reflect.Access;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.chrono.Chronology;
import java.util.List;
import java.util.Optional;

/** Values that stand for something with a name: classes, enum constants, paths. */
final class NamedValues {
  private static final List<Class<?>> SUPERTYPES =
      List.of(Enum.class, Path.class, Charset.class, ZoneId.class, Chronology.class);

  private NamedValues() {}

  static List<Simple<?>> all(Access access) {
    TraceElements traces = new TraceElements(access);
    return List.of(
        new Simple<>(60, Class.class, (v, s) -> s.type(v), ValueSource::type),
        new Simple<>(61, Enum.class, NamedValues::writeEnum, NamedValues::readEnum),
        new Simple<>(62, Path.class, (v, s) -> s.text(v.toString()), s -> Path.of(s.text())),
        new Simple<>(63, StackTraceElement.class, traces::write, traces::read),
        new Simple<>(64, URL.class, (v, s) -> s.text(v.toExternalForm()), NamedValues::readUrl));
  }

  /** The value type that a class is an implementation of. */
  static Optional<Class<?>> supertype(Class<?> type) {
    for (Class<?> supertype : SUPERTYPES) {
      boolean implementation = supertype != Path.class || isDefaultPath(type);
      if (supertype.isAssignableFrom(type) && implementation) {
        return Optional.of(supertype);
      }
    }
    return Optional.empty();
  }

  /** Paths of other file systems, inside a jar for instance, are not found by their text alone. */
  private static boolean isDefaultPath(Class<?> type) {
    return type == Path.of("").getClass();
  }

  private static void writeEnum(Enum<?> value, ValueSink sink) {
    sink.type(value.getDeclaringClass());
    sink.text(value.name());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Of an enum that is known at run time only.
  private static Enum<?> readEnum(ValueSource source) {
    Class<?> type = source.type();
    String name = source.text();
    if (!type.isEnum()) {
      throw new GoneException(type.getName() + " is no enum now");
    }
    try {
      return Enum.valueOf((Class<? extends Enum>) type, name);
    } catch (IllegalArgumentException e) {
      throw new GoneException("enum " + type.getName() + " has no constant " + name + " now");
    }
  }

  private static URL readUrl(ValueSource source) {
    try {
      return new URL(source.text());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
