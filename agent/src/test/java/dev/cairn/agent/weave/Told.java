package dev.cairn.agent.weave;

import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.model.StageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Remembers what the weaver told. */
final class Told implements WeaveListener {
  final List<String> woven = new ArrayList<>();
  final Map<String, String> inputs = new HashMap<>();
  final List<String> forwarding = new ArrayList<>();
  final List<String> notProtected = new ArrayList<>();
  final List<String> doubtful = new ArrayList<>();

  @Override
  public void woven(StageId method, WovenMethod as, Supplier<Optional<StageInputs>> inputs) {
    woven.add(method.methodName());
    inputs.get().ifPresent(known -> this.inputs.put(method.methodName(), known.toString()));
  }

  @Override
  public void forwarding(StageId method, StageId stage) {
    forwarding.add(shown(method) + " to " + shown(stage));
  }

  private static String shown(StageId method) {
    return method.className().replaceFirst(".*[.$]", "") + "." + method.methodName();
  }

  @Override
  public void notProtected(String what, String reason) {
    notProtected.add(what + ": " + reason);
  }

  @Override
  public void doubtful(StageId method, String remark) {
    doubtful.add(method.methodName() + " " + remark);
  }
}
