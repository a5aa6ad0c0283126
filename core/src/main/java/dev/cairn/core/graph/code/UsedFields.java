package dev.cairn.core.graph.code;

import dev.cairn.core.model.StageId;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.Set;

/**
 * The instance fields of {@code this} that a stage reads or assigns, itself or through methods and
 * lambdas of its own class, to any depth. Where {@code this} goes anywhere else (is passed, stored,
 * returned), or code cannot be read, every field may be used. Immutable.
 */
public final class UsedFields {
  private final Optional<String> escape;
  private final Set<FieldName> names;
  private final Set<FieldName> assigned;

  private UsedFields(ThisTrace trace) {
    this.escape = trace.escape();
    this.names = Set.copyOf(trace.fields());
    this.assigned = Set.copyOf(trace.assigned());
  }

  /**
   * A field as bytecode resolves it.
   *
   * @param owner binary name of the declaring class
   */
  record FieldName(String owner, String name) {}

  /** What a stage uses when it is called on an instance of a class. */
  public static UsedFields of(Class<?> receiver, StageId stage) {
    return of(new LoadedType(receiver), stage);
  }

  static UsedFields of(TypeCode receiver, StageId stage) {
    ThisTrace trace = new ThisTrace(new ReceiverCode(receiver));
    trace.follow(stage.className(), stage.methodName() + stage.descriptor());
    return new UsedFields(trace);
  }

  /** Why all fields may be used, if so: which method does what with {@code this}. */
  public Optional<String> whyAll() {
    return escape;
  }

  /** Whether a field may be used. */
  public boolean contains(Field field) {
    return contains(field.getDeclaringClass().getName(), field.getName());
  }

  /** Whether a field is seen to be assigned. */
  public boolean assigns(Field field) {
    return assigned.contains(new FieldName(field.getDeclaringClass().getName(), field.getName()));
  }

  boolean contains(String owner, String name) {
    return escape.isPresent() || names.contains(new FieldName(owner, name));
  }
}
