package dev.cairn.core.graph.app;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.FieldHandle;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Access;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Objects that are the sum of their fields. */
public final class PlainKind extends NodeKind {
  private final FieldHandle[] fields;
  private final Constructor<?> allocator;

  private final Optional<String> notCreatable;
  private final Function<Object, Optional<String>> obstacle;

  private PlainKind(
      Class<?> type, Fields fields, Constructor<?> allocator, Optional<String> notCreatable) {
    super(type, fields.layout());
    this.fields = fields.handles();
    this.allocator = allocator;
    this.notCreatable = notCreatable;
    this.obstacle = object -> Optional.empty();
  }

  private PlainKind(PlainKind other, Function<Object, Optional<String>> obstacle) {
    super(other.type(), other.layout());
    this.fields = other.fields;
    this.allocator = other.allocator;
    this.notCreatable = other.notCreatable;
    this.obstacle = obstacle;
  }

  @Override
  public Optional<String> notCreatable() {
    return notCreatable;
  }

  /** The same, but some instances do not come back exactly as they are, for a reason. */
  public PlainKind unless(Function<Object, Optional<String>> reason) {
    return new PlainKind(this, reason);
  }

  @Override
  public Optional<String> obstacle(Object object) {
    return obstacle.apply(object);
  }

  /**
   * The kind of a class.
   *
   * @param end the first superclass that is the JDK's: its fields are left out, its no-argument
   *     constructor is run
   * @throws ReflectiveOperationException if its fields cannot be reached
   */
  public static PlainKind of(Class<?> type, Class<?> end, Access access)
      throws ReflectiveOperationException {
    Fields fields = Fields.of(type, end, Layout.of(type.getName()), access);
    return new PlainKind(type, fields, access.allocator(type, end), Optional.empty());
  }

  /**
   * The kind of a class that is nothing but the given fields, all compared.
   *
   * @throws ReflectiveOperationException if they cannot be reached
   */
  public static PlainKind of(Class<?> type, List<Field> chosen, Access access)
      throws ReflectiveOperationException {
    return of(type, chosen, field -> Optional.of(Mark.COMPARED), access);
  }

  /**
   * The kind of a class that is nothing but the given fields, marked as a function says.
   *
   * @throws ReflectiveOperationException if they cannot be reached
   */
  public static PlainKind of(
      Class<?> type, List<Field> chosen, Function<Field, Optional<Mark>> marks, Access access)
      throws ReflectiveOperationException {
    Fields fields = Fields.of(type, chosen, marks, access);
    return new PlainKind(type, fields, access.allocator(type, Object.class), Optional.empty());
  }

  /**
   * The kind of a class whose instances are found, never made, with the given fields.
   *
   * @param notCreatable why they are not made
   * @throws ReflectiveOperationException if the fields cannot be reached
   */
  public static PlainKind found(
      Class<?> type, List<Field> chosen, Access access, String notCreatable)
      throws ReflectiveOperationException {
    Fields fields = Fields.of(type, chosen, FieldMarks::of, access);
    return new PlainKind(
        type, fields, access.allocator(type, Object.class), Optional.of(notCreatable));
  }

  /** The fields, in the order of the layout. */
  public FieldHandle[] fields() {
    return fields.clone();
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    for (FieldHandle field : fields) {
      field.visit(object, sink);
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
