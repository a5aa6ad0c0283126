package dev.cairn.agent.runtime;

import dev.cairn.core.graph.reflect.Access;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;
import java.util.Set;

/**
 * Opens to Cairn alone what the exact capture of objects needs; no flag on the command line is
 * necessary, and the application stays as encapsulated as it was.
 */
public final class JdkInternals {

  private JdkInternals() {}

  /** The lookup that may do everything, or reflection alone where this JVM does not give it. */
  public static Access open(Instrumentation instrumentation) {
    try {
      return Access.trusting(trusted(instrumentation)).seeing(instrumentation::getAllLoadedClasses);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Access.reflective();
    }
  }

  /** The lookup that may do everything. */
  static Lookup trusted(Instrumentation instrumentation) throws ReflectiveOperationException {
    Bridge.open(instrumentation, Set.of("java.lang.invoke"));
    Field trusted = Lookup.class.getDeclaredField("IMPL_LOOKUP");
    trusted.setAccessible(true);
    return (Lookup) trusted.get(null);
  }
}
