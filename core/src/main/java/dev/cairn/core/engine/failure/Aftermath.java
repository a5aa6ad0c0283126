package dev.cairn.core.engine.failure;

import dev.cairn.core.codec.Rollback.Discarded;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the inputs of a stage that threw.
 *
 * @param kept whether they were kept to be put back
 * @param obstacle why they were not put back although they should have been
 * @param discarded what the stage had changed, where they were
 */
public record Aftermath(boolean kept, Optional<String> obstacle, Discarded discarded) {
  private static final Discarded NOTHING = new Discarded(List.of(), 0);

  /** Nobody asked for them to be put back. */
  public static final Aftermath NOT_KEPT = new Aftermath(false, Optional.empty(), NOTHING);

  /** They could not be put back. */
  public static Aftermath prevented(String why) {
    return new Aftermath(true, Optional.of(why), NOTHING);
  }

  /**
   * They are what they were at the entry.
   *
   * @param discarded what the stage had changed
   */
  public static Aftermath putBack(Discarded discarded) {
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
    if (discarded.paths().isEmpty()) {
      return "";
    }
    String shown = String.join(", ", discarded.paths());
    String more = discarded.more() > 0 ? " and " + discarded.more() + " more" : "";
    return " (discarded: " + shown + more + ")";
  }
}
