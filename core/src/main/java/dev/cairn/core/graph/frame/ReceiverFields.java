package dev.cairn.core.graph.frame;

import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.app.FieldMarks;
import dev.cairn.core.graph.code.UsedFields;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Kind.Infrastructure;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.reflect.Annotations;
import dev.cairn.core.graph.reflect.PrivateField;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.StageId;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a receiver that are state of a stage. Of a service, which many use at once, only
 * values and what is marked {@code @Saved}; another field that may hold state must be marked.
 */
final class ReceiverFields {
  private final Kinds kinds;
  private final List<Used> used;
  private final boolean container;
  private final Optional<String> whyAll;

  private ReceiverFields(Kinds kinds, List<Used> used, boolean container, Optional<String> whyAll) {
    this.kinds = kinds;
    this.used = used;
    this.container = container;
    this.whyAll = whyAll;
  }

  /**
   * One field.
   *
   * @param name as paths show it
   * @param linked whether it is only looked at, because it should hold no state
   */
  private record Used(Field field, String name, Mark mark, PrivateField access, boolean linked) {

    /** Why a service may not use the field without a word about it. */
    UncapturableException unmarked(String why) {
      return new UncapturableException(
          name,
          "Cannot read the inputs; "
              + why
              + "; mark it @Saved if it belongs to the stage, @Unsaved if not");
    }
  }

  static ReceiverFields of(Class<?> receiver, StageId stage, Kinds kinds) {
    UsedFields names = UsedFields.of(receiver, stage);
    boolean service = kinds.services().contain(receiver);
    List<Used> used = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Field field : FieldMarks.fields(receiver, Kinds.jdkSuperclass(receiver))) {
      Optional<Mark> mark = FieldMarks.of(field);
      if (mark.isPresent() && names.contains(field)) {
        String name = taken.add(field.getName()) ? field.getName() : qualified(field);
        boolean linked = service && !isMarked(field, mark.get()) && !isValue(field, kinds);
        Used one = new Used(field, Place.field(name), mark.get(), access(field, kinds), linked);
        requireUnassigned(one, names);
        used.add(one);
      }
    }
    return new ReceiverFields(kinds, used, isContainer(receiver, kinds), names.whyAll());
  }

  private static boolean isMarked(Field field, Mark mark) {
    return Annotations.isSaved(field) || mark == Mark.UNSAVED;
  }

  private static void requireUnassigned(Used field, UsedFields names) {
    if (field.linked() && names.assigns(field.field())) {
      String service = field.field().getDeclaringClass().getName();
      throw field.unmarked(field.name() + " of the service " + service + " is assigned");
    }
  }

  /** A receiver that extends a container of the JDK has state that is no field. */
  private static boolean isContainer(Class<?> receiver, Kinds kinds) {
    return kinds.of(receiver) instanceof NodeKind kind && kind.layout().body() != Body.NONE;
  }

  private static String qualified(Field field) {
    return field.getDeclaringClass().getSimpleName() + "." + field.getName();
  }

  private static boolean isValue(Field field, Kinds kinds) {
    return field.getType().isPrimitive() || kinds.of(field.getType()) instanceof ValueKind;
  }

  private static PrivateField access(Field field, Kinds kinds) {
    try {
      return kinds.access().field(field);
    } catch (IllegalAccessException e) {
      throw new UncapturableException(
          Place.field(field.getName()),
          "Cannot read the inputs; this."
              + field.getName()
              + " is closed to Cairn: "
              + e.getMessage(),
          e);
    }
  }

  /** Why all fields count, where the stage does not name the ones that it uses. */
  Optional<String> whyAll() {
    return whyAll;
  }

  List<Place> places(Object self) {
    List<Place> places = new ArrayList<>();
    if (container) {
      places.add(Place.ofReceiver(self));
    }
    for (Used field : used) {
      if (field.linked()) {
        requireNoState(field, self);
      }
      Mark mark = field.linked() ? Mark.UNSAVED : field.mark();
      places.add(Place.ofField(self, field.name(), mark, field.field(), field.access()));
    }
    return places;
  }

  /** A collaborator of a service may stay where it is, if it is one. */
  private void requireNoState(Used field, Object self) {
    Object value = field.access().get(self);
    Class<?> type = value == null ? field.field().getType() : value.getClass();
    if (!(kinds.of(type) instanceof Infrastructure) && !kinds.services().contain(type)) {
      throw field.unmarked(
          field.name()
              + " of the service "
              + self.getClass().getName()
              + " may hold state of other calls ("
              + type.getName()
              + ")");
    }
  }
}
