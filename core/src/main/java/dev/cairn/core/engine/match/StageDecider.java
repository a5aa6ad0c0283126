package dev.cairn.core.engine.match;

import dev.cairn.core.engine.match.Decision.Execute;
import dev.cairn.core.engine.match.Decision.Refuse;
import dev.cairn.core.engine.match.Decision.Restore;
import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.StageDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Decides from what is recorded what happens to a call. Pure: the same answers to the same facts.
 */
public final class StageDecider {
  private static final int PARTS_NAMED = 3;

  private StageDecider() {}

  /**
   * Decides about one call.
   *
   * @param stage what the annotation says
   * @param inputs the call's top-level parts as they are now
   * @param code how the stage's code as it is now stands to that of a recorded call
   * @param recorded what is recorded for the call's place in the run
   */
  public static Decision decide(
      StageDefinition stage,
      Map<String, Fingerprint> inputs,
      Function<Checkpoint, CodeVerdict> code,
      Place.Recorded recorded) {
    if (recorded instanceof Place.Match match) {
      return matched(stage, code.apply(match.checkpoint()), match.checkpoint());
    }
    if (recorded instanceof Place.Voided voided) {
      return new Execute(voided.reason());
    }
    if (recorded instanceof Place.Damaged) {
      return new Execute("its record is damaged");
    }
    if (recorded instanceof Place.OtherInputs other) {
      return new Execute(differs(inputs, other.nearest()));
    }
    return new Execute(((Place.Nothing) recorded).reason());
  }

  private static Decision matched(StageDefinition stage, CodeVerdict code, Checkpoint match) {
    if (code instanceof CodeVerdict.Same) {
      return new Restore(match, "inputs and code as recorded");
    }
    if (!(code instanceof CodeVerdict.Changed changed)) {
      return new Restore(match, "inputs as recorded, and the change of its code was accepted");
    }
    String clause = "its code " + changed.clause();
    return switch (stage.policy().onCodeChange()) {
      case RERUN -> new Execute(clause);
      case WARN -> new Restore(match, clause + ", and onCodeChange = WARN");
      case FAIL ->
          new Refuse(
              clause
                  + " since it was recorded, and onCodeChange = FAIL: put the old code back, or let"
                  + " the recorded calls count by accept-change, or start afresh with"
                  + " -Dcairn.fresh=true");
    };
  }

  private static String differs(Map<String, Fingerprint> inputs, Checkpoint nearest) {
    List<String> parts = differentParts(inputs, nearest.call().parts());
    if (parts.isEmpty()) {
      return "inputs differ from the recorded ones";
    }
    String named = String.join(", ", parts.subList(0, Math.min(PARTS_NAMED, parts.size())));
    int more = parts.size() - PARTS_NAMED;
    return "inputs differ: " + named + (more > 0 ? " and " + more + " more" : "");
  }

  /** The deepest parts that differ: {@code ctx.pages} rather than {@code ctx}. */
  public static List<String> differentParts(
      Map<String, Fingerprint> now, Map<String, Fingerprint> recorded) {
    List<String> different = new ArrayList<>();
    now.forEach(
        (part, fingerprint) -> {
          if (!fingerprint.equals(recorded.get(part))) {
            different.add(part);
          }
        });
    recorded.keySet().stream().filter(part -> !now.containsKey(part)).forEach(different::add);
    return different.stream()
        .filter(part -> different.stream().noneMatch(other -> other.startsWith(part + ".")))
        .toList();
  }
}
