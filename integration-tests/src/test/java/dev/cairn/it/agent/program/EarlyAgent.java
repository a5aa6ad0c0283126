package dev.cairn.it.agent.program;

import java.lang.instrument.Instrumentation;

/** Another agent, which loads the program's main class before Cairn's has started. */
public final class EarlyAgent {
  private EarlyAgent() {}

  /** Loads {@link MethodKinds} and the classes nested in it. */
  public static void premain(String arguments, Instrumentation instrumentation)
      throws ClassNotFoundException {
    Class<?> early = Class.forName("dev.cairn.it.agent.program.MethodKinds");
    for (Class<?> nested : early.getDeclaredClasses()) {
      Class.forName(nested.getName());
    }
  }
}
