package dev.cairn.agent.launch;

import java.util.List;
import java.util.function.Function;

/**
 * Where stages enter Cairn that were woven when they were built, in a JVM without the agent.
 * Thread-safe.
 */
public final class Embedded {

  private Embedded() {}

  /**
   * What such stages ask before their bodies and after them; begins with the first call. Called by
   * {@code dev.cairn.WovenCode}, by name.
   */
  public static List<Function<Object[], Object>> handlers() {
    return Only.HANDLERS;
  }

  private static final class Only {
    static final List<Function<Object[], Object>> HANDLERS = AgentMain.embed();
  }
}
