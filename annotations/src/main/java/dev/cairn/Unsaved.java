package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what is never state: it is neither compared nor saved, and on restore the live value stays.
 *
 * <p>Meant for resources: a client, a cache, a model loaded from disk, an open stream. On a type it
 * holds for every object of the class and its subclasses; on a record component it holds for the
 * component's field. A new object that would hold such a resource can get it back in an {@link
 * AfterRestore} method.
 *
 * <p>It is the program's word that results do not depend on the marked value. What a stage writes
 * into it is lost when the stage is restored instead of executed.
 */
@Documented
@Inherited
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Unsaved {}
