package dev.cairn.agent.runtime;

import dev.cairn.agent.weave.WovenMethods;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Takes the calls of {@code dev.cairn.WovenCode}, the bridge of stages that were woven when they
 * were built. Thread-safe.
 */
public final class BuiltCalls {
  private final WovenMethods methods;
  private final EngineStageHandler handler;

  /** Calls that go to this handler. */
  public BuiltCalls(WovenMethods methods, EngineStageHandler handler) {
    this.methods = methods;
    this.handler = handler;
  }

  /**
   * Before a body.
   *
   * @param given number, origin, self, arguments
   * @return null: run the body. A Callable: its outcome. Anything else: run it and come back
   */
  public @Nullable Object entered(@Nullable Object[] given) {
    Class<?> origin = (Class<?>) Objects.requireNonNull(given[1]);
    return handler.entered(
        () -> methods.built(origin, (Integer) Objects.requireNonNull(given[0])), given);
  }

  /**
   * After a body.
   *
   * @param given token, returned, thrown
   * @return a Callable of the outcome: the token itself where the body is to be repeated
   */
  public Callable<?> exited(@Nullable Object[] given) {
    Object token = given[0];
    if (token instanceof Callable<?> known) {
      return known;
    }
    Object verdict = handler.exited(given);
    if (verdict == token) {
      return () -> token;
    }
    // the body's own exception is never masked
    return given[2] == null && verdict instanceof Callable<?> outcome ? outcome : () -> given[1];
  }
}
