package dev.cairn.core.engine;

import org.jspecify.annotations.Nullable;

/**
 * One call of a woven method as the bridge hands it over.
 *
 * @param declaring the class whose method it is
 * @param self the receiver, or null for a static method
 * @param arguments the arguments in order; primitives boxed
 */
public record Invocation(Class<?> declaring, @Nullable Object self, @Nullable Object[] arguments) {

  /** The class of the receiver; for a static method the one that declares it. */
  Class<?> receiver() {
    return self == null ? declaring : self.getClass();
  }
}
