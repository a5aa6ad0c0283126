package java.lang;

import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * What woven code calls: the one class of Cairn that every class of the application can see,
 * because it is defined into {@code java.base} when the agent starts. JDK types only.
 *
 * <p>Nothing that goes wrong behind it reaches the application, but for what the handler hands over
 * to be thrown. Thread-safe.
 */
public final class CairnBridge {
  private static volatile Function<Object[], Object> entered;
  private static volatile Function<Object[], Object> exited;

  private CairnBridge() {}

  /**
   * Sets what stands behind the bridge; called once, by the agent.
   *
   * @param onEnter gets the four arguments of {@link #enter}, answers with a token
   * @param onExit gets the three arguments of {@link #exit}, answers with null (the body's outcome
   *     stands), with the token (the body is to be repeated), or with a Callable that gives the
   *     value to return or throws what is to be thrown
   */
  private static void install(
      Function<Object[], Object> onEnter, Function<Object[], Object> onExit) {
    exited = onExit;
    entered = onEnter;
  }

  /**
   * Asks what is to happen with a call.
   *
   * @param method the number under which the method was woven
   * @param origin the class that declares it
   * @param self the receiver, or null for a static method
   * @param arguments the arguments, boxed
   * @return null: run the body, tell nobody. A Callable: skip the body, it holds the outcome.
   *     Anything else: run the body and come back with it
   */
  public static Object enter(int method, Class<?> origin, Object self, Object[] arguments) {
    Function<Object[], Object> handler = entered;
    if (handler == null) {
      return null;
    }
    try {
      return handler.apply(new Object[] {method, origin, self, arguments});
    } catch (Throwable contained) {
      // the handler counts and tells its own failures; what gets here is a full stack or heap
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
    if (token instanceof Callable) {
      return outcome((Callable<?>) token);
    }
    Object verdict = verdict(token, returned, thrown);
    if (verdict == token) {
      return token;
    }
    // the body's own exception is never masked
    return thrown == null && verdict instanceof Callable
        ? outcome((Callable<?>) verdict)
        : returned;
  }

  private static Object verdict(Object token, Object returned, Throwable thrown) {
    try {
      return exited.apply(new Object[] {token, returned, thrown});
    } catch (Throwable contained) {
      return null;
    }
  }

  private static Object outcome(Callable<?> held) {
    try {
      return held.call();
    } catch (Throwable deliberate) {
      throw CairnBridge.<RuntimeException>unchecked(deliberate);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable throwable) throws T {
    throw (T) throwable;
  }
}
