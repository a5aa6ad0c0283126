package dev.cairn.core.graph.code;

import java.util.List;
import java.util.Optional;

/**
 * What a stage has as inputs, in words: its parameters and the fields of {@code this} that it uses.
 *
 * @param names as paths show them, {@code orders} or {@code this.total}, with what is special about
 *     them in brackets
 * @param whyAll where all fields of {@code this} count, why: which method does what with {@code
 *     this}
 */
public record StageInputs(List<String> names, Optional<String> whyAll) {
  // neither can stand in the name of a field
  private static final String BETWEEN = "; ";
  private static final String BEFORE_WHY = " / ";
  private static final String NOTE = "inputs=";

  public StageInputs {
    names = List.copyOf(names);
  }

  /** One input with what is special about it. */
  public static String shown(String name, boolean unsaved, boolean uncompared) {
    if (unsaved) {
      return name + " (not saved)";
    }
    return uncompared ? name + " (not compared)" : name;
  }

  /** As a note of a checkpoint. */
  public String note() {
    return NOTE + String.join(BETWEEN, names) + whyAll.map(why -> BEFORE_WHY + why).orElse("");
  }

  /** Whether a note of a checkpoint is one of these. */
  public static boolean isNote(String note) {
    return note.startsWith(NOTE);
  }

  /** Reads a note. */
  public static StageInputs ofNote(String note) {
    String said = note.substring(NOTE.length());
    int why = said.indexOf(BEFORE_WHY);
    String names = why < 0 ? said : said.substring(0, why);
    return new StageInputs(
        names.isEmpty() ? List.of() : List.of(names.split(BETWEEN, -1)),
        why < 0 ? Optional.empty() : Optional.of(said.substring(why + BEFORE_WHY.length())));
  }

  @Override
  public String toString() {
    return (names.isEmpty() ? "nothing" : String.join(", ", names))
        + whyAll.map(why -> "; all fields of this, for " + why).orElse("");
  }
}
