package dev.cairn.it.kinds;

import dev.cairn.it.kinds.specimen.Specimen;
import dev.cairn.it.kinds.specimen.Specimen.Input;
import dev.cairn.it.kinds.specimen.Specimen.Verdict;
import java.util.List;

/** The table of kinds as a page of the documentation. */
final class KindsTable {
  private static final String HEAD =
      """
      # Kinds of object

      Each line was saved by one JVM, restored by another and *used* there, on JDK 17, on JDK 25, from 17
      to 25 and from 25 to 17; `KindsIT` does it in every build and writes this page. What is restored
      behaves as it did: order of iteration, look-up, comparators, what may be changed and what not. What
      is refused is refused at the first save, with the path of the field. Nothing is silently wrong.

      | kind | new, or changed by the stage | as an unchanged input |
      |---|---|---|
      """;

  private KindsTable() {}

  static String of(List<Specimen> specimens) {
    StringBuilder page = new StringBuilder(HEAD);
    for (Specimen specimen : specimens) {
      page.append("| ").append(specimen.name().replace("|", "\\|"));
      page.append(" | ").append(left(specimen.left()));
      page.append(" | ").append(input(specimen.input())).append(" |\n");
    }
    return page.append('\n').append(counts(specimens)).toString();
  }

  private static String left(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      return "refused: " + refused.reason();
    }
    return verdict instanceof Verdict.RestoredInSameJdk
        ? "restored; runs again in another release of the JDK"
        : "restored";
  }

  private static String input(Input input) {
    return switch (input) {
      case MATCHES -> "compared";
      case MATCHES_IN_SAME_JDK -> "compared, in the same release of the JDK";
      case DIFFERS -> "never equal in another JVM: the stage runs again";
      case REFUSED -> "the stage is unprotected";
    };
  }

  private static String counts(List<Specimen> specimens) {
    long refused =
        specimens.stream().filter(kind -> kind.left() instanceof Verdict.Refused).count();
    return specimens.size()
        + " kinds: "
        + (specimens.size() - refused)
        + " restored, "
        + refused
        + " refused, none silently wrong.\n";
  }
}
