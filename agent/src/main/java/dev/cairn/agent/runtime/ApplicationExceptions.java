package dev.cairn.agent.runtime;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.error.RunInProgressException;
import dev.cairn.core.error.SaveException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what core throws into what the application can catch: the exceptions of {@code
 * cairn-annotations}, which belong to the application's loader and are found there by name.
 */
final class ApplicationExceptions {
  private static final String PACKAGE = "dev.cairn.";

  private ApplicationExceptions() {}

  /** Whether an exception is meant for the application rather than a failure of Cairn's. */
  static boolean isMeant(Throwable failure) {
    return failure instanceof FencedException
        || failure instanceof RestoreException
        || failure instanceof RunInProgressException
        || failure instanceof SaveException;
  }

  /** The application's exception of the same name, or core's own where it has none. */
  static RuntimeException translate(CairnException meant, @Nullable ClassLoader application) {
    String name = PACKAGE + meant.getClass().getSimpleName();
    try {
      return Class.forName(name, true, application)
          .asSubclass(RuntimeException.class)
          .getConstructor(String.class, Throwable.class)
          .newInstance(meant.getMessage(), meant);
    } catch (ReflectiveOperationException | ClassCastException | LinkageError absent) {
      // methods named in the settings need no annotations on the class path
      return meant;
    }
  }
}
