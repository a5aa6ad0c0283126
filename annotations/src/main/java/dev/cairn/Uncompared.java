package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks state that may differ from one attempt to the next without meaning other inputs: a start
 * time, a request id, a host name.
 *
 * <p>It is saved and restored like any other state, but a difference in it does not stop a recorded
 * call from being restored. On a type it holds for every object of the class and its subclasses; on
 * a record component it holds for the component's field.
 *
 * <p>It is the program's word that results need not follow the marked value: after a restore they
 * are those of the attempt that was recorded.
 */
@Documented
@Inherited
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Uncompared {}
