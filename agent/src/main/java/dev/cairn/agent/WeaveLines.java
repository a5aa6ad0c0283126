package dev.cairn.agent;

import dev.cairn.agent.weave.WeaveListener;
import dev.cairn.agent.weave.WovenMethod;
import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.model.StageId;

/** Tells what became of methods in the lines that tell everything else. Thread-safe. */
record WeaveLines(CheckpointListener lines) implements WeaveListener {

  void warn(String text) {
    lines.on(new CairnEvent.Warning(text));
  }

  @Override
  public void woven(StageId method, WovenMethod as) {
    lines.on(new CairnEvent.Detail("woven: " + method));
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
