package dev.cairn.core.graph;

import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.app.FieldMarks;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.PrivateField;
import dev.cairn.core.model.StageDefinition;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the frames of calls. What the bytecode says about a stage's use of {@code this} is found
 * once per receiver class. Safe for use by many threads.
 */
public final class StageFrames {
  private final Kinds kinds;

  public StageFrames(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * The frame of a call at its entry.
   *
   * @param declaring the class that declares the stage
   * @param self the receiver, or null for a static stage
   * @throws UncapturableException if a service uses a field that must be marked
   */
  public Frame of(
      StageDefinition stage,
      Class<?> declaring,
      @Nullable Object self,
      @Nullable Object[] arguments) {
    List<Place> places = new ArrayList<>(Place.ofArguments(stage.parameters(), arguments));
    if (self != null) {
      for (Field field : FieldMarks.fields(self.getClass(), Object.class)) {
        place(self, field).ifPresent(places::add);
      }
    }
    return new Frame(places, declaring.getClassLoader());
  }

  private Optional<Place> place(Object self, Field field) {
    Optional<Mark> mark = FieldMarks.of(field);
    if (mark.isEmpty()) {
      return Optional.empty();
    }
    try {
      PrivateField access = kinds.access().field(field);
      String name = "this." + field.getName();
      return Optional.of(Place.ofField(self, name, field.getType(), mark.get(), access));
    } catch (IllegalAccessException e) {
      throw new UncapturableException(
          "this." + field.getName(),
          "Cannot read the inputs; this."
              + field.getName()
              + " is closed to Cairn: "
              + e.getMessage(),
          e);
    }
  }
}
