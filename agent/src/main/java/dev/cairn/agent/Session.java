package dev.cairn.agent;

import dev.cairn.agent.runtime.Bridge;
import dev.cairn.agent.runtime.EngineStageHandler;
import dev.cairn.agent.runtime.JdkInternals;
import dev.cairn.agent.weave.StageWeaver;
import dev.cairn.agent.weave.WovenMethods;
import dev.cairn.core.CairnRuntime;
import dev.cairn.core.event.CheckpointListener;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Cairn at work in this JVM: what weaves, and what stands behind the bridge.
 *
 * @param runtime the product
 * @param weaver weaves classes for it
 */
record Session(CairnRuntime runtime, StageWeaver weaver) {

  /** Puts it together and installs it behind the bridge. Touches no store yet. */
  static Session begin(Told told, Instrumentation instrumentation) {
    WeaveLines lines = new WeaveLines(told.lines());
    CairnRuntime runtime =
        CairnRuntime.of(told.settings(), JdkInternals.open(instrumentation), listeners(told));
    WovenMethods methods = new WovenMethods();
    new EngineStageHandler(methods, runtime.engine()).install(Bridge.define(instrumentation));
    return new Session(runtime, new StageWeaver(methods, told.named(), lines));
  }

  private static List<CheckpointListener> listeners(Told told) {
    List<CheckpointListener> listeners = new ArrayList<>(List.of(told.lines()));
    listeners.addAll(told.extensions());
    told.settings().rehearsal().map(RehearsalLines::of).ifPresent(listeners::add);
    return listeners;
  }
}
