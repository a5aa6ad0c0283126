package dev.cairn.core.graph.jdk.value;

import dev.cairn.core.graph.kind.ValueSink;
import dev.cairn.core.graph.kind.ValueSource;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Elements of stack traces. A private field says which of their parts are printed. */
final class TraceElements {
  private final Optional<PrivateField> format;

  TraceElements(Access access) {
    format = access.jdkField(StackTraceElement.class, "format");
  }

  void write(StackTraceElement value, ValueSink sink) {
    for (String part :
        Arrays.asList(
            value.getClassLoaderName(),
            value.getModuleName(),
            value.getModuleVersion(),
            value.getClassName(),
            value.getMethodName(),
            value.getFileName())) {
      sink.number(part == null ? 0 : 1);
      sink.text(part == null ? "" : part);
    }
    sink.number(value.getLineNumber());
    sink.number(format.map(field -> field.bits(value)).orElse(0L));
  }

  StackTraceElement read(ValueSource source) {
    String loader = orNull(source);
    String module = orNull(source);
    String version = orNull(source);
    String type = Objects.requireNonNull(orNull(source));
    String method = Objects.requireNonNull(orNull(source));
    String file = orNull(source);
    StackTraceElement element =
        new StackTraceElement(loader, module, version, type, method, file, source.smallNumber());
    long recorded = source.number();
    format.ifPresent(field -> field.setBits(element, recorded));
    return element;
  }

  private static @Nullable String orNull(ValueSource source) {
    boolean present = source.number() != 0;
    String text = source.text();
    return present ? text : null;
  }
}
