package dev.cairn;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * What stages call that were woven when they were built. Nobody calls it by hand.
 *
 * <p>Under the agent the calls go to the agent. Without it they go to {@code cairn.jar}, if that is
 * on the class path; else every stage runs as if it were not woven. Nothing that goes wrong behind
 * it reaches the application, but for what Cairn wants to be thrown. Thread-safe.
 */
@SuppressWarnings("NullAway") // there is no annotation here that could say what may be null
public final class WovenCode {

  private WovenCode() {}

  /**
   * Asks what is to happen with a call.
   *
   * @param method tells which method of its class it is
   * @param origin the class that declares it
   * @param self the receiver, or null for a static method
   * @param arguments the arguments, boxed
   * @return null: run the body, tell nobody. A Callable: skip the body, it holds the outcome.
   *     Anything else: run the body and come back with it
   */
  public static Object enter(int method, Class<?> origin, Object self, Object[] arguments) {
    try {
      return Behind.CAIRN.isEmpty()
          ? null
          : Behind.CAIRN.get(0).apply(new Object[] {method, origin, self, arguments});
    } catch (Throwable contained) {
      return null;
    }
  }

  /**
   * Hands over the body's outcome, or gets a skipped body's.
   *
   * @param token what {@link #enter} returned, not null
   * @param returned what the body returned, boxed; null if it threw or was skipped
   * @param thrown what the body threw, or null
   * @return the token: repeat the body. Anything else: the value to return
   */
  public static Object exit(Object token, Object returned, Throwable thrown) {
    Callable<?> outcome =
        token instanceof Callable<?> known ? known : outcome(token, returned, thrown);
    try {
      return outcome == null ? returned : outcome.call();
    } catch (Throwable deliberate) {
      WovenCode.<RuntimeException>rethrow(deliberate);
      return null;
    }
  }

  private static Callable<?> outcome(Object token, Object returned, Throwable thrown) {
    try {
      return (Callable<?>) Behind.CAIRN.get(1).apply(new Object[] {token, returned, thrown});
    } catch (Throwable contained) {
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void rethrow(Throwable throwable) throws T {
    throw (T) throwable;
  }

  /** Found with the first call, and only where no agent takes the calls. */
  private static final class Behind {
    static final List<Function<Object[], Object>> CAIRN = found();

    @SuppressWarnings("unchecked")
    private static List<Function<Object[], Object>> found() {
      try {
        Class<?> start =
            Class.forName(
                "dev.cairn.agent.launch.Embedded", true, WovenCode.class.getClassLoader());
        return (List<Function<Object[], Object>>) start.getMethod("handlers").invoke(null);
      } catch (Throwable absent) {
        return List.of();
      }
    }
  }
}
