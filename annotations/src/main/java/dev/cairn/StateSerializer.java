package dev.cairn;

import java.util.List;

/**
 * The application's own treatment of a type that Cairn cannot save, or should save otherwise: an
 * object as a list of parts, and back.
 *
 * <p>Implementations are public classes with a public constructor without parameters, named in
 * {@code META-INF/services/dev.cairn.StateSerializer}, where the class loader of the type finds
 * them. They are made more than once, hold no state and are safe for use by many threads.
 *
 * <p>The parts <em>are</em> the object's state: they are what is compared and saved. Each is null,
 * a value (a string, a box, a {@code BigDecimal}, a date, an enum constant, a class and the like),
 * a {@code byte[]}, which counts by its content, or another object that the object holds: the same
 * one whenever it is asked. A list or array made for the occasion is a new object each time, and is
 * refused at the first save: put its elements into the list of parts.
 *
 * <p>This interface is for objects that do not change once they are made; for others there is
 * {@link InPlaceSerializer}. Whatever a method throws makes Cairn refuse: the stage runs
 * unprotected when it was to be saved, and executes when it was to be restored.
 *
 * @param <T> the type
 */
public interface StateSerializer<T> {

  /**
   * The class whose instances it treats: exactly these, not those of subclasses. It is a class of
   * the application or of a library, not of the JDK.
   */
  Class<T> type();

  /**
   * The parts of an object, always alike for the same state. Called several times per call of a
   * stage, on the thread that called it; must not change the object.
   */
  List<?> toState(T object);

  /**
   * Makes an object of its parts, without touching anything else. Parts that are objects of the
   * application may not have their own content yet: they can be kept, not looked into.
   */
  T fromState(List<?> state);
}
