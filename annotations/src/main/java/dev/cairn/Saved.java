package dev.cairn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that is state though Cairn would not take it for state by itself: a mutable field
 * of a service (a bean that a container manages).
 *
 * <p>Cairn asks for {@code @Saved} or {@link Unsaved}, by an error that names the field, wherever a
 * stage uses a field of which it cannot know.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Saved {}
