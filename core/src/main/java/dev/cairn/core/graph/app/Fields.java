package dev.cairn.core.graph.app;

import dev.cairn.core.graph.kind.FieldHandle;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
    layout.generics(Generics.ofSuperclasses(type));
    return of(slots(FieldMarks.fields(type, end), FieldMarks::of), layout, access);
  }

  /** The chosen fields of a class, marked as a function says. */
  public static Fields of(
      Class<?> type, List<Field> chosen, Function<Field, Optional<Mark>> marks, Access access)
      throws IllegalAccessException {
    return of(slots(chosen, marks), Layout.of(type.getName()), access);
  }

  /** What a lambda captured: the name of its class means nothing. */
  public static Fields ofHidden(List<Field> captured, Access access) throws IllegalAccessException {
    Map<Slot, Field> slots = new LinkedHashMap<>();
    for (Field field : captured) {
      slots.put(Slot.ofField("", field.getName(), field.getType(), Mark.COMPARED), field);
    }
    return of(slots, Layout.of("lambda"), access);
  }

  /** The fields of a record, which are needed to make one by its constructor. */
  static Fields ofRecord(Class<?> type, Access access) throws IllegalAccessException {
    Map<Slot, Field> early = new LinkedHashMap<>();
    slots(FieldMarks.fields(type, Record.class), FieldMarks::of)
        .forEach((slot, field) -> early.put(slot.creating(), field));
    return of(early, Layout.of(type.getName()), access);
  }

  private static Map<Slot, Field> slots(List<Field> fields, Function<Field, Optional<Mark>> marks) {
    Map<Slot, Field> slots = new LinkedHashMap<>();
    for (Field field : fields) {
      String owner = field.getDeclaringClass().getName();
      marks
          .apply(field)
          .map(mark -> Slot.ofField(owner, field.getName(), field.getType(), mark))
          .map(slot -> slot.withGenerics(Generics.of(field)))
          .ifPresent(slot -> slots.put(slot, field));
    }
    return slots;
  }

  private static Fields of(Map<Slot, Field> slots, Layout.Builder layout, Access access)
      throws IllegalAccessException {
    Map<String, Field> byName = new LinkedHashMap<>();
    slots.forEach(
        (slot, field) -> {
          layout.slot(slot);
          byName.put(slot.owner() + "#" + slot.name(), field);
        });
    Layout built = layout.build();
    return new Fields(built, handles(built.slots(), byName, access));
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
