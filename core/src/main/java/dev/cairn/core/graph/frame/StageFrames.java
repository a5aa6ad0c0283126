package dev.cairn.core.graph.frame;

import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the frames of calls. What the bytecode says about a stage's use of {@code this} is found
 * once per receiver class. Safe for use by many threads.
 */
public final class StageFrames {
  private final Kinds kinds;
  private final ClassValue<Map<StageId, ReceiverFields>> receivers =
      new ClassValue<>() {
        @Override
        protected Map<StageId, ReceiverFields> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** Frames of objects that are read as these kinds say. */
  public StageFrames(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * The frame of a call at its entry.
   *
   * @param declaring the class that declares the stage
   * @param self the receiver, or null for a static stage
   * @throws UncapturableException if a service uses a field that must be marked, or a field is
   *     closed to Cairn
   */
  public Frame of(
      StageDefinition stage,
      Class<?> declaring,
      @Nullable Object self,
      @Nullable Object[] arguments) {
    kinds.use(declaring);
    List<Place> places = new ArrayList<>(Place.ofArguments(stage.parameters(), arguments));
    if (self != null) {
      places.addAll(fields(stage.id(), self.getClass()).places(self));
    }
    return new Frame(places, self, declaring.getClassLoader());
  }

  /** What the frame of a call shows of the inputs of its stage. */
  public StageInputs inputs(StageId stage, Frame frame) {
    List<String> names = frame.kind().layout().slots().stream().map(StageFrames::shown).toList();
    return new StageInputs(
        names, frame.self().flatMap(self -> fields(stage, self.getClass()).whyAll()));
  }

  private static String shown(Slot place) {
    return StageInputs.shown(
        place.name(), place.mark() == Mark.UNSAVED, place.mark() == Mark.UNCOMPARED);
  }

  private ReceiverFields fields(StageId stage, Class<?> receiver) {
    return receivers
        .get(receiver)
        .computeIfAbsent(stage, key -> ReceiverFields.of(receiver, key, kinds));
  }
}
