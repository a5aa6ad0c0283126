package dev.cairn.it.kinds.specimen;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One object of a kind, and what is expected of it.
 *
 * @param name what people call the kind
 * @param maker makes one, always the same
 * @param use what it is asked, beyond what everything is asked, to show that it works
 * @param left what becomes of it when a stage leaves it as something new
 * @param input what becomes of it as an input that no stage touches
 */
public record Specimen(
    String name,
    Supplier<Object> maker,
    Function<Object, @Nullable Object> use,
    Verdict left,
    Input input) {

  /** What becomes of something new. */
  public sealed interface Verdict {
    /** It comes back and does what it did. */
    record Restored() implements Verdict {}

    /** It comes back in the release of the JDK that wrote it; in another the stage runs again. */
    record RestoredInSameJdk() implements Verdict {}

    /** The first save says that it cannot be saved, for a reason with these words. */
    record Refused(String reason) implements Verdict {}
  }

  /** What becomes of an input. */
  public enum Input {
    /** Another JVM finds an equal one equal. */
    MATCHES,
    /** Another JVM of the same JDK finds an equal one equal. */
    MATCHES_IN_SAME_JDK,
    /** Another JVM cannot know: the stage runs again. */
    DIFFERS,
    /** It can be neither compared nor kept: the stage is unprotected. */
    REFUSED
  }

  /** One that shows what it is by what everything is asked. */
  public static Specimen same(String name, Supplier<Object> maker) {
    return used(name, maker, object -> "");
  }

  /** One that must be asked something. */
  public static Specimen used(
      String name, Supplier<Object> maker, Function<Object, @Nullable Object> use) {
    return new Specimen(name, maker, use, new Verdict.Restored(), Input.MATCHES);
  }

  /** One that is not saved: the reason has these words. As an input it is compared. */
  public static Specimen refused(String name, Supplier<Object> maker, String reason) {
    return same(name, maker).with(new Verdict.Refused(reason));
  }

  /** One that can be neither saved nor an input. */
  public static Specimen foreign(String name, Supplier<Object> maker, String reason) {
    return refused(name, maker, reason).asInput(Input.REFUSED);
  }

  /** The same, but made of what differs from one release of the JDK to the next. */
  public Specimen inSameJdk() {
    return with(new Verdict.RestoredInSameJdk()).asInput(Input.MATCHES_IN_SAME_JDK);
  }

  /** The same with something else expected of it as an input. */
  public Specimen asInput(Input expected) {
    return new Specimen(name, maker, use, left, expected);
  }

  private Specimen with(Verdict expected) {
    return new Specimen(name, maker, use, expected, input);
  }
}
