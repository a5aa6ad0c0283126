package dev.cairn.it.kinds;

import dev.cairn.it.kinds.specimen.Specimen;
import dev.cairn.it.kinds.specimen.Specimen.Input;
import dev.cairn.it.kinds.specimen.Specimen.Verdict;
import java.util.List;

/**
 * What became of one specimen.
 *
 * @param name its name
 * @param left what became of it as something new
 * @param input what became of it as an input
 */
record Outcome(String name, String left, String input) {
  static final String RESTORED = "restored";
  static final String MATCHES = "matches";
  static final String DIFFERS = "differs";
  private static final String REFUSED = "refused: ";
  private static final String LOST = "not restored: ";

  static String refused(String message) {
    return REFUSED + message.replaceAll("[\\n\\t]", " ");
  }

  /** It was saved and does not come back: the stage would run again. */
  static String lost(String message) {
    return LOST + message.replaceAll("[\\n\\t]", " ");
  }

  static String wrong(List<String> shown, List<String> shows) {
    return "SILENTLY WRONG: showed " + shown + " and shows " + shows;
  }

  String line() {
    return String.join("\t", name, left, input) + "\n";
  }

  static Outcome of(String line) {
    String[] parts = line.split("\t", 3);
    return new Outcome(parts[0], parts[1], parts[2]);
  }

  /** Whether it is what the table says. */
  boolean isExpected(Specimen specimen, boolean sameJdk) {
    return isExpected(specimen.left(), sameJdk) && isExpected(specimen.input(), sameJdk);
  }

  private boolean isExpected(Verdict verdict, boolean sameJdk) {
    if (verdict instanceof Verdict.Refused refused) {
      return left.startsWith(REFUSED)
          && left.contains("ctx.content.kind")
          && left.contains(refused.reason());
    }
    return verdict instanceof Verdict.RestoredInSameJdk && !sameJdk
        ? left.startsWith(LOST) || left.equals(RESTORED)
        : left.equals(RESTORED);
  }

  private boolean isExpected(Input expected, boolean sameJdk) {
    return switch (expected) {
      case MATCHES -> input.equals(MATCHES);
      case MATCHES_IN_SAME_JDK -> !sameJdk || input.equals(MATCHES);
      case DIFFERS -> input.equals(DIFFERS);
      case REFUSED -> input.startsWith(REFUSED) && input.contains("ctx.content.kind");
    };
  }
}
