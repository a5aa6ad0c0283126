package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a stage: a method whose completed calls are recorded, and after a crash restored instead of
 * executed.
 *
 * <p>A call's inputs are its arguments and the fields of {@code this} that the method, or a method
 * of the same class that it calls, reads or assigns. When the method returns, what it changed in
 * them and what it returned becomes durable before the caller goes on. When the same call with
 * equal inputs is met by a later attempt at the run, the body is skipped: the recorded state is
 * written into the caller's live objects, so that identities and aliases are what the execution
 * would have left, and the recorded value is returned.
 *
 * <p>A stage that throws is not recorded, and its exception goes on unchanged. Outside any run a
 * stage runs as if it were not annotated.
 *
 * <p>A stage that returns a {@link java.util.concurrent.CompletionStage} is complete when that is:
 * its result is recorded, and restored as a completed one; changes of its inputs are not.
 *
 * <p><b>Effects outside the JVM are at least once</b>: a stage cut off by a crash runs again from
 * its beginning. What else is not promised stands in {@link dev.cairn}.
 *
 * <p>Any method with a body can be a stage: static, private, final, synchronized, generic, default,
 * recursive. Constructors, abstract and native methods and Kotlin {@code suspend} functions cannot,
 * and are reported as not protected. The annotation is not inherited: annotate the method that has
 * the body.
 *
 * <pre>{@code
 * @Checkpointed
 * void analyse(Corpus corpus, @Key String chapter) { … }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Checkpointed {

  /**
   * The stage's name in logs, commands and the store. By default the class's simple name and the
   * method's ({@code Nightly.parse}); a stage that is renamed without a name of its own runs again.
   */
  String name() default "";

  /** What a recorded call means when the stage's code has changed since. */
  OnCodeChange onCodeChange() default OnCodeChange.RERUN;

  /**
   * Stands for the stage's code: while it stays the same, recorded calls count whatever was changed
   * in the method. By default the code itself is compared: the method, its lambdas, and the methods
   * of the same class that it calls, inherited ones too. A change in another class is not seen:
   * give a stage that leans on it another version then.
   */
  String version() default "";

  /**
   * Says that the stage depends on nothing but its inputs: no file, database, clock or static field
   * that an earlier stage may have changed. Its recorded calls then count even where an earlier
   * stage had to run again, as long as their inputs are equal.
   */
  boolean cutoff() default false;

  /**
   * Whether the inputs are put back to what they were at entry when the stage throws. Off by
   * default: a program that catches the exception finds its objects as the stage left them, as
   * without Cairn. On also if the pipeline says so ({@link Pipeline#rollback()}).
   */
  boolean rollback() default false;

  /**
   * How many further times the body is tried within one call when it throws, each time with the
   * original arguments and with the inputs put back to what they were at entry. Errors ({@link
   * Error}) and {@link InterruptedException} are never tried again. The exception of the last try
   * goes on to the caller.
   */
  int retries() default 0;

  /**
   * The pause before the first further try; it doubles with each: a whole number and a unit, {@code
   * ms}, {@code s}, {@code m}, {@code h} or {@code d} ({@code "500ms"}, {@code "2s"}), or ISO-8601
   * ({@code "PT0.5S"}). A stage with an ill-formed pause is reported as not protected.
   */
  String backoff() default "1s";

  /** What a recorded call means when the stage's code has changed since. */
  enum OnCodeChange {
    /** The stage runs again. */
    RERUN,
    /** The recorded call counts, and one line warns. */
    WARN,
    /** The call fails with a {@link RestoreException}. */
    FAIL
  }
}
