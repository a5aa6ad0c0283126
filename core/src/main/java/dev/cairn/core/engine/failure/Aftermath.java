package dev.cairn.core.engine.failure;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of the inputs of a stage that threw.
 *
 * @param kept whether they were kept to be put back
 * @param obstacle why they were not put back although they should have been
 * @param discarded the paths of what the stage had changed, where they were
 */
public record Aftermath(boolean kept, Optional<String> obstacle, List<String> discarded) {
  /** Nobody asked for them to be put back. */
  public static final Aftermath NOT_KEPT = new Aftermath(false, Optional.empty(), List.of());

  private static final int SHOWN = 10;

  public Aftermath {
    discarded = List.copyOf(discarded);
  }

  /** They could not be put back. */
  public static Aftermath prevented(String why) {
    return new Aftermath(true, Optional.of(why), List.of());
  }

  /**
   * They are what they were at the entry.
   *
   * @param discarded the paths of what the stage had changed
   */
  public static Aftermath putBack(List<String> discarded) {
    return new Aftermath(true, Optional.empty(), discarded);
  }

  /** Whether they are what they were at the entry. */
  public boolean isPutBack() {
    return kept && obstacle.isEmpty();
  }

  /**
   * In words, for the line of the call.
   *
   * @param next the number of the try that follows; 0 for none
   */
  public String consequence(int next) {
    if (obstacle.isPresent()) {
      return "its inputs are NOT put back: " + obstacle.get();
    }
    if (!kept) {
      return "its inputs stay as it left them, nothing is recorded";
    }
    String putBack = "its inputs are put back" + discardedInWords();
    return next > 0
        ? putBack + " and it runs again, try " + next
        : putBack + ", nothing is recorded";
  }

  private String discardedInWords() {
    if (discarded.isEmpty()) {
      return "";
    }
    int more = discarded.size() - SHOWN;
    String shown = String.join(", ", discarded.subList(0, Math.min(SHOWN, discarded.size())));
    return " (discarded: " + shown + (more > 0 ? " and " + more + " more" : "") + ")";
  }
}
