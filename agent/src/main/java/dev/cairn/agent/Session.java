package dev.cairn.agent;

import dev.cairn.agent.program.JvmEnd;
import dev.cairn.agent.program.JvmProgram;
import dev.cairn.agent.program.JvmProgram.Situation;
import dev.cairn.agent.runtime.Bridge;
import dev.cairn.agent.runtime.EngineStageHandler;
import dev.cairn.agent.runtime.JdkInternals;
import dev.cairn.agent.runtime.ZstdModule;
import dev.cairn.agent.weave.EndWeaver;
import dev.cairn.agent.weave.StageWeaver;
import dev.cairn.agent.weave.WovenMethods;
import dev.cairn.core.CairnRuntime;
import dev.cairn.core.config.Setting;
import dev.cairn.core.event.CheckpointListener;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Cairn at work in this JVM: what weaves, and what stands behind the bridge.
 *
 * @param runtime the product
 * @param weaver weaves classes for it
 */
record Session(CairnRuntime runtime, StageWeaver weaver) {

  /** Puts it together and installs it behind the bridge. Touches no store yet. */
  static Session begin(Told told, Surroundings around) {
    WeaveLines lines = told.weaveLines();
    Instrumentation instrumentation = around.instrumentation();
    WovenMethods methods = new WovenMethods();
    JvmEnd end = new JvmEnd(around.main(), new EndWeaver(instrumentation, methods)::weave);
    CairnRuntime runtime =
        CairnRuntime.of(
            told.settings(),
            JdkInternals.open(instrumentation),
            new ZstdModule(instrumentation),
            listeners(told),
            new JvmProgram(situation(told, methods, around), end));
    new EngineStageHandler(methods, runtime.engine(), end).install(Bridge.define(instrumentation));
    return new Session(runtime, new StageWeaver(methods, told.named(), lines));
  }

  /**
   * What the agent was started in.
   *
   * @param main the thread that runs the main method
   * @param threads the group of that thread
   * @param servesConnections whether a class was loaded with which programs wait for connections
   */
  record Surroundings(
      Instrumentation instrumentation,
      Thread main,
      ThreadGroup threads,
      BooleanSupplier servesConnections) {}

  private static Situation situation(Told told, WovenMethods methods, Surroundings around) {
    return new Situation(
        told.settings().flag(Setting.IMPLICIT),
        told.named(),
        methods,
        around.threads(),
        around.servesConnections());
  }

  /** Who is told what happens, as far as the user names it. */
  static List<CheckpointListener> listeners(Told told) {
    List<CheckpointListener> listeners = new ArrayList<>(List.of(told.lines()));
    listeners.addAll(told.extensions());
    told.settings().rehearsal().map(RehearsalLines::of).ifPresent(listeners::add);
    return listeners;
  }
}
