package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.app.FieldMarks;
import dev.cairn.core.graph.app.Fields;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.FieldHandle;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Access;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Throwables: message, cause, what was suppressed, the fields of the subclass, and the stack trace
 * as it was, which is not compared, as it names what each JVM generates for itself.
 */
final class ThrowableKind extends NodeKind {
  private static final Set<String> CORE =
      Set.of("detailMessage", "cause", "stackTrace", "suppressedExceptions");

  private final FieldHandle[] fields;
  private final Optional<MethodHandle> trace;
  private final Constructor<?> allocator;

  private ThrowableKind(Class<?> type, Fields fields, Access access)
      throws ReflectiveOperationException {
    super(type, fields.layout());
    this.fields = fields.handles();
    this.allocator = access.allocator(type, Object.class);
    this.trace =
        access
            .jdkMethod(
                Throwable.class,
                "getOurStackTrace",
                MethodType.methodType(StackTraceElement[].class))
            .map(handle -> handle.asType(MethodType.methodType(Object.class, Object.class)));
  }

  /**
   * The kind of a throwable class.
   *
   * @throws ReflectiveOperationException if its fields cannot be reached
   */
  static ThrowableKind of(Class<?> type, Access access) throws ReflectiveOperationException {
    if (!access.isTrusted()) {
      throw new IllegalAccessException("throwables need the agent");
    }
    List<Field> all = new ArrayList<>();
    for (Field field : FieldMarks.fields(type, Object.class)) {
      if (field.getDeclaringClass() != Throwable.class || CORE.contains(field.getName())) {
        all.add(field);
      }
    }
    return new ThrowableKind(type, Fields.of(type, all, ThrowableKind::mark, access), access);
  }

  private static Optional<Mark> mark(Field field) {
    return field.getDeclaringClass() == Throwable.class && field.getName().equals("stackTrace")
        ? Optional.of(Mark.UNCOMPARED)
        : FieldMarks.of(field);
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    trace.ifPresent(handle -> fill(handle, object));
    for (FieldHandle field : fields) {
      field.visit(object, sink);
    }
  }

  /** The JVM keeps the trace in a form of its own until it is asked for. */
  private static void fill(MethodHandle trace, Object throwable) {
    try {
      Object filled = (Object) trace.invokeExact(throwable);
      if (filled == throwable) {
        throw new IllegalStateException("a throwable is no stack trace");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Object create(Content content) {
    return Fields.allocate(allocator);
  }

  @Override
  public void assign(Object object, Content content) {
    for (FieldHandle field : fields) {
      field.assign(object, content);
    }
  }
}
