package dev.cairn.agent.weave;

import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The entry of {@link StageAdvice}, for classes that are woven when they are built: where the class
 * is missing that such code calls, the program runs as if it were not woven.
 */
final class EnterBuilt {

  private EnterBuilt() {}

  @Advice.OnMethodEnter(skipOn = Callable.class, suppress = NoClassDefFoundError.class)
  static @Nullable Object enter(
      @StageNumber int number,
      @Advice.Origin Class<?> origin,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments Object[] arguments) {
    return CairnBridge.enter(number, origin, self, arguments);
  }
}
