package dev.cairn.core.graph.code;

import dev.cairn.core.model.StageId;
import java.lang.reflect.Field;
import java.util.Set;

/**
 * The instance fields of {@code this} that a stage reads or assigns, itself or through methods and
 * lambdas of its own class, to any depth. Where {@code this} goes anywhere else (is passed, stored,
 * returned), or code cannot be read, every field may be used. Immutable.
 */
public final class UsedFields {
  private final boolean all;
  private final Set<FieldName> names;

  private UsedFields(boolean all, Set<FieldName> names) {
    this.all = all;
    this.names = Set.copyOf(names);
  }

  /**
   * A field as bytecode resolves it.
   *
   * @param owner binary name of the declaring class
   */
  record FieldName(String owner, String name) {}

  /** What a stage uses when it is called on an instance of a class. */
  public static UsedFields of(Class<?> receiver, StageId stage) {
    ThisTrace trace = new ThisTrace(new ReceiverCode(receiver));
    trace.follow(stage.className(), stage.methodName() + stage.descriptor());
    return new UsedFields(trace.escapes(), trace.fields());
  }

  /** Whether all fields may be used, because {@code this} escapes. */
  public boolean all() {
    return all;
  }

  /** Whether a field may be used. */
  public boolean contains(Field field) {
    return all
        || names.contains(new FieldName(field.getDeclaringClass().getName(), field.getName()));
  }
}
