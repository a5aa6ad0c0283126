package dev.cairn.core.graph.frame;

import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import dev.cairn.core.graph.reflect.PrivateField;
import dev.cairn.core.model.Parameter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One place of a frame.
 *
 * @param name an argument's name, or {@code this.} and a field's
 * @param declared what values must be assignable to
 * @param field what it stands for, if it is a field: two may be called alike
 * @param reader reads it now
 * @param writer assigns it; what the caller holds stays
 */
record Place(
    String name,
    Class<?> declared,
    Mark mark,
    Optional<Field> field,
    Supplier<@Nullable Object> reader,
    Consumer<@Nullable Object> writer) {
  private static final String FIELD = "this.";

  /** The name of the place of a field of the receiver. */
  static String field(String name) {
    return FIELD + name;
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
        Optional.empty(),
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
        "this",
        Object.class,
        Mark.COMPARED,
        Optional.empty(),
        () -> self,
        Place::keepWhatTheCallerHolds);
  }

  // No body can assign its caller's variables, so there is nothing to write; the recorded value may
  // be another object (an equal string), or, in a call found by its key, another value.
  private static void keepWhatTheCallerHolds(@Nullable Object recorded) {}

  static Place ofField(Object self, String name, Mark mark, Field field, PrivateField access) {
    SlotType slot = SlotType.of(field.getType());
    if (slot.isPrimitive()) {
      return new Place(
          name,
          slot.box(0).getClass(),
          mark,
          Optional.of(field),
          () -> slot.box(access.bits(self)),
          value -> access.setBits(self, slot.bits(Objects.requireNonNull(value))));
    }
    return new Place(
        name,
        field.getType(),
        mark,
        Optional.of(field),
        () -> access.get(self),
        value -> access.set(self, value));
  }

  /** A place of a detached frame, which holds its value itself. */
  static Place holding(Slot slot) {
    @Nullable Object[] held = new @Nullable Object[1];
    return new Place(
        slot.name(),
        slot.declared(),
        slot.mark(),
        Optional.empty(),
        () -> held[0],
        value -> held[0] = value);
  }
}
