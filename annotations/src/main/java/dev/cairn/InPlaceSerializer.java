package dev.cairn;

import java.util.List;

/**
 * A {@link StateSerializer} of objects that change: a recorded state is written into the live
 * object, so that everybody who holds it sees it.
 *
 * @param <T> the type
 */
public interface InPlaceSerializer<T> extends StateSerializer<T> {

  /** An empty instance, to be given a state. */
  T create();

  /**
   * Gives an object, live or empty, a state: afterwards {@link #toState} says that state. It may be
   * called again with the state that the object had before, when a restore is undone; must not
   * change anything but the object. All parts have their content.
   */
  void restore(T object, List<?> state);

  @Override
  default T fromState(List<?> state) {
    T made = create();
    restore(made, state);
    return made;
  }
}
