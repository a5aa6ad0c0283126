package dev.cairn.core.graph.frame;

import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import dev.cairn.core.graph.reflect.PrivateField;
import dev.cairn.core.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One place of a frame.
 *
 * @param name an argument's name, or {@code this.} and a field's
 * @param declared what values must be assignable to
 * @param reader reads it now
 * @param writer assigns it; what the caller holds stays
 */
record Place(
    String name,
    Class<?> declared,
    Mark mark,
    Supplier<@Nullable Object> reader,
    Consumer<@Nullable Object> writer) {
  private static final String FIELD = "this.";

  /** The name of the place of a field of the receiver. */
  static String field(String name) {
    return FIELD + name;
  }

  /** Whether a name is that of the place of a field. */
  static boolean isField(String name) {
    return name.startsWith(FIELD);
  }

  static List<Place> ofArguments(List<Parameter> parameters, @Nullable Object[] arguments) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      places.add(ofArgument(parameters.get(i), arguments[i]));
    }
    return places;
  }

  private static Place ofArgument(Parameter parameter, @Nullable Object value) {
    return new Place(
        parameter.name(),
        Object.class,
        mark(parameter),
        () -> value,
        Place::keepWhatTheCallerHolds);
  }

  private static Mark mark(Parameter parameter) {
    if (parameter.unsaved()) {
      return Mark.UNSAVED;
    }
    return parameter.uncompared() ? Mark.UNCOMPARED : Mark.COMPARED;
  }

  /** The receiver itself, where it is state as a whole. */
  static Place ofReceiver(Object self) {
    return new Place(
        "this", Object.class, Mark.COMPARED, () -> self, Place::keepWhatTheCallerHolds);
  }

  // No body can assign its caller's variables, so there is nothing to write; the recorded value may
  // be another object (an equal string), or, in a call found by its key, another value.
  private static void keepWhatTheCallerHolds(@Nullable Object recorded) {}

  static Place ofField(Object self, String name, Class<?> type, Mark mark, PrivateField field) {
    SlotType slot = SlotType.of(type);
    if (slot.isPrimitive()) {
      return new Place(
          name,
          slot.box(0).getClass(),
          mark,
          () -> slot.box(field.bits(self)),
          value -> field.setBits(self, slot.bits(Objects.requireNonNull(value))));
    }
    return new Place(name, type, mark, () -> field.get(self), value -> field.set(self, value));
  }

  /** A place of a detached frame, which holds its value itself. */
  static Place holding(Slot slot) {
    @Nullable Object[] held = new @Nullable Object[1];
    return new Place(
        slot.name(), slot.declared(), slot.mark(), () -> held[0], value -> held[0] = value);
  }
}
