package dev.cairn.agent.weave;

import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/**
 * What is copied into every stage and pipeline method. JDK types and the bridge only, no lambdas,
 * no string concatenation: it becomes code of the application's class.
 *
 * <p>What happens with the call is decided at entry; the exit only assigns. Neither suppresses
 * anything: a suppressed exit would return null or 0 in place of the result.
 */
final class StageAdvice {

  private StageAdvice() {}

  /** Asks the bridge; a Callable means that the outcome is known and the body is skipped. */
  @Advice.OnMethodEnter(skipOn = Callable.class)
  static @Nullable Object enter(
      @StageNumber int number,
      @Advice.Origin Class<?> origin,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments Object[] arguments) {
    return CairnBridge.enter(number, origin, self, arguments);
  }

  /** Hands the outcome over and assigns what comes back; true repeats the body. */
  @Advice.OnMethodExit(
      onThrowable = Throwable.class,
      repeatOn = Advice.OnNonDefaultValue.class,
      backupArguments = true)
  static boolean exit(
      @Advice.Enter @Nullable Object token,
      @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object returned,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (token == null) {
      return false;
    }
    Object outcome = CairnBridge.exit(token, returned, thrown);
    if (outcome == token) {
      return true;
    }
    returned = outcome;
    return false;
  }
}
