package dev.cairn.agent.weave;

import dev.cairn.core.model.StageId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what the weaver told. */
final class Told implements WeaveListener {
  final List<String> woven = new ArrayList<>();
  final List<String> notProtected = new ArrayList<>();
  final List<String> doubtful = new ArrayList<>();

  @Override
  public void woven(StageId method, WovenMethod as) {
    woven.add(method.methodName());
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
