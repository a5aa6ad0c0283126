package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that identifies the run (on a {@link Pipeline}) or the call (on a {@link
 * Checkpointed}).
 *
 * <p>On a pipeline: the marked parameters, and no others, decide which run a call opens or resumes.
 *
 * <p>On a stage: recorded calls are found by the marked parameters instead of by the content of all
 * inputs. Inputs may then differ in what the stage only reads; what the recorded call changed must
 * have had the same content at its entry, else the stage runs again.
 *
 * <p>The value should be one that prints the same in every process: a number, string, enum, date,
 * path, or a collection or record of those.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {}
