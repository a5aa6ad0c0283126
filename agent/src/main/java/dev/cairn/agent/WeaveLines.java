package dev.cairn.agent;

import dev.cairn.agent.weave.WeaveListener;
import dev.cairn.agent.weave.WovenMethod;
import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.model.StageId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells what became of methods in the lines that tell everything else. Thread-safe.
 *
 * @param detailed whether details are wanted
 */
record WeaveLines(CheckpointListener lines, boolean detailed) implements WeaveListener {

  void warn(String text) {
    lines.on(new CairnEvent.Warning(text));
  }

  @Override
  public void woven(StageId method, WovenMethod as, Supplier<Optional<StageInputs>> inputs) {
    if (detailed) {
      lines.on(new CairnEvent.Detail("woven: " + method + known(inputs)));
    }
  }

  /** A class is woven however odd its supertypes are. */
  private static String known(Supplier<Optional<StageInputs>> inputs) {
    try {
      return inputs.get().map(found -> "; inputs: " + found).orElse("");
    } catch (RuntimeException e) {
      return "; inputs: cannot be told before the first call: " + e;
    }
  }

  @Override
  public void forwarding(StageId method, StageId stage) {
    if (detailed) {
      lines.on(new CairnEvent.Detail("left alone: " + method + ", which only calls " + stage));
    }
  }

  @Override
  public void notProtected(String what, String reason) {
    warn(what + " is NOT protected: " + reason);
  }

  @Override
  public void doubtful(StageId method, String remark) {
    warn(method.className() + "#" + method.methodName() + " " + remark);
  }
}
