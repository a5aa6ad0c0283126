package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the entry method of a pipeline: calling it opens a run, or resumes the one that a crash
 * left unfinished.
 *
 * <p>Which run a call means is said by its {@link Key} parameters; without any by all parameters
 * that are values (numbers, strings, enums, dates, paths, and collections and records of those);
 * without any of those by the content of all parameters. The newest run of that key is resumed if
 * it is unfinished, nobody else works on it, and it is not too old ({@code cairn.resume.within});
 * otherwise a new one begins.
 *
 * <p>The run is complete when the method returns. It stays unfinished, and is resumed by the next
 * call, when the method throws or the process ends. A pipeline called inside a run is a stage of
 * that run.
 *
 * <p>The method itself always runs: it is the {@link Checkpointed} methods it calls that are
 * skipped and restored. So its own code runs again after a crash, and effects outside the JVM are
 * at least once (see {@link dev.cairn}).
 *
 * <p>Constructors, abstract and native methods and Kotlin {@code suspend} functions cannot be
 * protected and are reported so. The annotation is not inherited by overriding methods.
 *
 * <pre>{@code
 * @Pipeline(name = "nightly-report")
 * public Report run(@Key LocalDate day, Options options) { … }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Pipeline {

  /**
   * The pipeline's name in logs, commands and the store. Give one: with the default, the class's
   * simple name and the method's ({@code Nightly.run}), unfinished runs are not found again once
   * either was renamed.
   */
  String name() default "";

  /** What a call does when the newest run of its key is complete. */
  OnComplete onComplete() default OnComplete.START_NEW;

  /**
   * Whether, when one of the run's stages throws, the stage's inputs are first put back to what
   * they were at its entry. {@code true} holds for every stage of the run; a single stage can ask
   * for it with {@link Checkpointed#rollback()}, none can decline it.
   */
  boolean rollback() default false;

  /** What a call means when the newest run of its key is complete. */
  enum OnComplete {
    /** The work is done anew: a new run. */
    START_NEW,
    /**
     * The recorded result is the answer where all parameters are equal to the recorded ones;
     * otherwise a new run begins.
     */
    RETURN_RESULT
  }
}
