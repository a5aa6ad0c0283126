package dev.cairn.agent;

import dev.cairn.agent.program.JvmEnd;
import dev.cairn.agent.runtime.BuiltCalls;
import dev.cairn.agent.runtime.EngineStageHandler;
import dev.cairn.agent.runtime.GrantedNativeAccess;
import dev.cairn.agent.weave.WovenMethods;
import dev.cairn.core.CairnRuntime;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.engine.program.Program;
import dev.cairn.core.graph.reflect.Access;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Starts Cairn in a JVM without the agent, for stages that were woven when they were built. What
 * only an agent can do is off: see ADR 0012.
 */
public final class EmbeddedStart
    implements Function<
        PrintStream, @Nullable List<Function<@Nullable Object[], @Nullable Object>>> {
  private static final String NO_AGENT =
      "no run is open: call it inside a method marked @Pipeline, which was woven when it was built;"
          + " without the agent the program itself is no run";

  /** Called by AgentMain, by name. */
  public EmbeddedStart() {}

  /**
   * Starts it.
   *
   * @param stream where Cairn's own lines go by default
   * @return what such stages ask before their bodies and after them; null where Cairn is off
   */
  @Override
  public @Nullable List<Function<@Nullable Object[], @Nullable Object>> apply(PrintStream stream) {
    Settings settings = Settings.ofThisJvm("");
    if (!settings.flag(Setting.ENABLED)) {
      return null;
    }
    CairnRuntime.check(settings);
    Told told = Told.of(settings, stream);
    settings.warnings().forEach(told.weaveLines()::warn);
    CairnRuntime runtime =
        CairnRuntime.of(
            settings,
            Access.best(),
            new GrantedNativeAccess(),
            Session.listeners(told),
            Program.unknown(NO_AGENT));
    if (settings.flag(Setting.REQUIRED)) {
      runtime.openStore();
    }
    return handlers(runtime);
  }

  private static List<Function<@Nullable Object[], @Nullable Object>> handlers(
      CairnRuntime runtime) {
    JvmEnd unseen =
        new JvmEnd(
            Thread.currentThread(),
            () -> {
              throw new IllegalStateException(NO_AGENT);
            });
    WovenMethods methods = new WovenMethods();
    BuiltCalls calls =
        new BuiltCalls(methods, new EngineStageHandler(methods, runtime.engine(), unseen));
    return List.of(calls::entered, calls::exited);
  }
}
