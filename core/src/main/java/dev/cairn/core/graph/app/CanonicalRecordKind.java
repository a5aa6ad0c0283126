package dev.cairn.core.graph.app;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.FieldHandle;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import dev.cairn.core.graph.reflect.Access;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records where nothing is trusted: their fields cannot be written, so that they are made by their
 * canonical constructor. A record that is part of its own content cannot be made so.
 */
public final class CanonicalRecordKind extends NodeKind {
  private final FieldHandle[] fields;
  private final Map<String, Slot> slots;
  private final Constructor<?> canonical;

  private CanonicalRecordKind(Fields fields, Constructor<?> canonical) {
    super(canonical.getDeclaringClass(), fields.layout());
    this.fields = fields.handles();
    this.canonical = canonical;
    this.slots =
        fields.layout().slots().stream().collect(Collectors.toMap(Slot::name, Function.identity()));
  }

  /**
   * The kind of a record class.
   *
   * @throws ReflectiveOperationException if its fields or constructor cannot be reached
   */
  public static CanonicalRecordKind of(Class<?> type, Access access)
      throws ReflectiveOperationException {
    Class<?>[] components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<?> canonical = type.getDeclaredConstructor(components);
    try {
      canonical.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      throw new ReflectiveOperationException("closed to Cairn: " + type.getName(), e);
    }
    return new CanonicalRecordKind(Fields.ofRecord(type, access), canonical);
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    for (FieldHandle field : fields) {
      field.visit(object, sink);
    }
  }

  @Override
  public Object create(Content content) {
    @Nullable Object[] arguments =
        Arrays.stream(type().getRecordComponents())
            .map(component -> argument(component, content))
            .toArray();
    try {
      return canonical.newInstance(arguments);
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("the constructor of " + type().getName() + " refuses", e);
    }
  }

  private @Nullable Object argument(RecordComponent component, Content content) {
    Slot slot = slots.get(component.getName());
    SlotType type = SlotType.of(component.getType());
    if (slot == null) {
      return type.isPrimitive() ? type.box(0) : null;
    }
    return type.isPrimitive() ? type.box(content.bits(slot)) : content.get(slot);
  }

  @Override
  public void assign(Object object, Content content) {}
}
