package dev.cairn.core.graph.app;

import dev.cairn.core.graph.kind.Access;
import dev.cairn.core.graph.kind.FieldHandle;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state fields of a class, reachable, in the order of the layout.
 *
 * @param layout the layout with their slots
 * @param handles one per field
 */
public record Fields(Layout layout, FieldHandle[] handles) {

  /** Adds the state fields of a class to a layout under construction and finishes it. */
  public static Fields of(Class<?> type, Class<?> end, Layout.Builder layout, Access access)
      throws IllegalAccessException {
    return of(FieldMarks.fields(type, end), layout, access, false);
  }

  /** The fields of a record, which are needed to make one by its constructor. */
  static Fields ofRecord(Class<?> type, Access access) throws IllegalAccessException {
    return of(FieldMarks.fields(type, Record.class), Layout.of(type.getName()), access, true);
  }

  private static Fields of(
      List<Field> candidates, Layout.Builder layout, Access access, boolean atCreation)
      throws IllegalAccessException {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Field field : candidates) {
      Optional<Mark> mark = FieldMarks.of(field);
      if (mark.isPresent()) {
        String owner = field.getDeclaringClass().getName();
        Slot slot = Slot.ofField(owner, field.getName(), field.getType(), mark.get());
        layout.slot(atCreation ? slot.creating() : slot);
        fields.put(owner + "#" + field.getName(), field);
      }
    }
    Layout built = layout.build();
    return new Fields(built, handles(built.slots(), fields, access));
  }

  private static FieldHandle[] handles(List<Slot> slots, Map<String, Field> fields, Access access)
      throws IllegalAccessException {
    FieldHandle[] handles = new FieldHandle[fields.size()];
    int n = 0;
    for (Slot slot : slots) {
      Field field = fields.get(slot.owner() + "#" + slot.name());
      if (field != null) {
        boolean written = !slot.atCreation();
        handles[n++] =
            new FieldHandle(slot, written ? access.field(field) : access.readOnly(field));
      }
    }
    return handles;
  }

  /** Runs an allocator. */
  public static Object allocate(Constructor<?> allocator) {
    try {
      return allocator.newInstance();
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("cannot make " + allocator.getDeclaringClass().getName(), e);
    }
  }
}
