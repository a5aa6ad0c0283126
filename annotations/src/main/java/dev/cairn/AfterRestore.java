package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a state class that is called after an object of the class was restored: the
 * place to open again what is {@link Unsaved}.
 *
 * <p>The method is an instance method without parameters; it may be private, and what it returns is
 * ignored. It is called once per restored object and restore, on the thread that called the stage,
 * after the whole state was written, in no promised order among objects. If it throws, the restore
 * is undone and the stage executes instead.
 *
 * <p>It should only rebuild what is derived: a change it makes to saved state makes later inputs
 * differ from the recorded ones, and later stages run again.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AfterRestore {}
