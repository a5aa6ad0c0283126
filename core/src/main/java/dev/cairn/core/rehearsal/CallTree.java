package dev.cairn.core.rehearsal;

import dev.cairn.core.model.CallPath;
import dev.cairn.core.rehearsal.Transcript.SeenCall;
import dev.cairn.core.rehearsal.Transcript.SeenRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls of a run by the call around them, in the order of their ends. For one thread. */
final class CallTree {
  private final Map<CallPath, List<SeenCall>> children = new HashMap<>();

  CallTree(SeenRun run) {
    for (SeenCall call : run.calls()) {
      children.computeIfAbsent(call.path().parent(), parent -> new ArrayList<>()).add(call);
    }
  }

  List<SeenCall> children(CallPath parent) {
    return children.getOrDefault(parent, List.of());
  }
}
