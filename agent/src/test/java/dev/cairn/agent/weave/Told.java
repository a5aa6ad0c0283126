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
  final List<String> notProtected = new ArrayList<>();
  final List<String> doubtful = new ArrayList<>();

  @Override
  public void woven(StageId method, WovenMethod as, Supplier<Optional<StageInputs>> inputs) {
    woven.add(method.methodName());
    inputs.get().ifPresent(known -> this.inputs.put(method.methodName(), known.toString()));
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
