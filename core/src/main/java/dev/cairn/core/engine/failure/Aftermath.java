package dev.cairn.core.engine.failure;

import dev.cairn.core.codec.Rollback.Discarded;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the inputs of a stage that threw, and of the stage.
 *
 * @param kept whether they were kept to be put back
 * @param obstacle why they were not put back although they should have been
 * @param discarded what the stage had changed, where they were
 * @param next what follows
 */
public record Aftermath(boolean kept, Optional<String> obstacle, Discarded discarded, Next next) {
  private static final Discarded NOTHING = new Discarded(List.of(), 0);
  private static final Next LAST = new Next.Nothing(Optional.empty());

  /** Nobody asked for them to be put back. */
  public static final Aftermath NOT_KEPT = new Aftermath(false, Optional.empty(), NOTHING, LAST);

  /** What follows a try. */
  public sealed interface Next {
    /** Another one, with its number. */
    record Try(int number) implements Next {}

    /** The exception goes on; why there is no further try, where there should have been one. */
    record Nothing(Optional<String> obstacle) implements Next {}
  }

  /** They could not be put back. */
  public static Aftermath prevented(String why) {
    return new Aftermath(true, Optional.of(why), NOTHING, LAST);
  }

  /**
   * They are what they were at the entry, and the exception goes on.
   *
   * @param discarded what the stage had changed
   */
  public static Aftermath putBack(Discarded discarded) {
    return new Aftermath(true, Optional.empty(), discarded, LAST);
  }

  /** The same, and the stage runs again. */
  public Aftermath withTry(int number) {
    return new Aftermath(kept, obstacle, discarded, new Next.Try(number));
  }

  /** The same, but the stage cannot run again. */
  public Aftermath withoutTry(String why) {
    return new Aftermath(kept, obstacle, discarded, new Next.Nothing(Optional.of(why)));
  }

  /** Whether they are what they were at the entry. */
  public boolean isPutBack() {
    return kept && obstacle.isEmpty();
  }

  /** In words, for the line of the call. */
  public String consequence() {
    if (obstacle.isPresent()) {
      return "its inputs are NOT put back: " + obstacle.get();
    }
    if (!kept) {
      return "its inputs stay as it left them, nothing is recorded";
    }
    return "its inputs are put back" + discardedInWords() + nextInWords();
  }

  private String nextInWords() {
    if (next instanceof Next.Try again) {
      return " and it runs again, try " + again.number();
    }
    return ((Next.Nothing) next)
        .obstacle()
        .map(why -> ", but it is NOT tried again: " + why)
        .orElse(", nothing is recorded");
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
