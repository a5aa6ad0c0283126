package dev.cairn.agent.launch;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a JVM enters Cairn: as {@code -javaagent:cairn.jar}, as the agent that an executable jar
 * names, or as {@code java -jar cairn.jar} for the command line. All only open the agent loader and
 * go on inside it, by name.
 *
 * <p>As an agent it never throws: where Cairn cannot start the program runs without it and one line
 * says so, unless {@code cairn.required} asks for the contrary.
 */
public final class AgentMain {
  private static final String AGENT = "dev.cairn.agent.AgentStart";
  private static final String COMMAND_LINE = "dev.cairn.cli.CairnCommand";
  private static final String UNPROTECTED = "the program runs without it, nothing is protected";
  private static final String EMBEDDED = "dev.cairn.agent.EmbeddedStart";
  private static final List<Function<Object[], Object>> NOTHING = List.of();
  private static final String MARK = "[cairn] ";
  private static final int CANNOT_START = 1;

  // One JVM has one agent. A second -javaagent reaches this same class, whatever jar it names: all
  // of
  // them end up on one class path. The JVM starts agents one after the other.
  private static boolean started;

  private AgentMain() {}

  /**
   * Starts the agent.
   *
   * @param arguments what follows {@code -javaagent:cairn.jar=}, or null
   * @param instrumentation the JVM's
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    boolean guest = Guest.ARGUMENTS.equals(arguments);
    if (guest && (started || Guest.hasHost())) {
      return;
    }
    if (started) {
      System.err.println(
          MARK
              + "warning: the agent is given twice; the second stands down: remove one -javaagent");
      return;
    }
    started = true;
    int status = start(arguments == null || guest ? "" : arguments, instrumentation);
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Starts the agent before {@code main} where an executable jar names this class as its {@code
   * Launcher-Agent-Class}; leaves it to an agent that the command line names as well.
   *
   * @param arguments always empty
   * @param instrumentation the JVM's
   */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    if (!started) {
      premain(arguments, instrumentation);
    }
  }

  /**
   * Runs the command line.
   *
   * @param arguments what was typed after {@code java -jar cairn.jar}
   * @throws Throwable what the command line throws
   */
  public static void main(String[] arguments) throws Throwable {
    try {
      inside(COMMAND_LINE).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /**
   * Starts Cairn without the agent, for code that was woven when it was built; does nothing where
   * the agent was started.
   *
   * @return what such code asks before a body and after it
   */
  @SuppressWarnings("unchecked")
  static List<Function<Object[], Object>> embed() {
    if (started) {
      return NOTHING;
    }
    started = true;
    try {
      Function<PrintStream, List<Function<Object[], Object>>> start =
          (Function<PrintStream, List<Function<Object[], Object>>>)
              inside(EMBEDDED).getDeclaredConstructor().newInstance();
      List<Function<Object[], Object>> handlers = start.apply(System.err);
      return handlers == null ? NOTHING : handlers;
    } catch (Throwable failure) {
      boolean required = isRequired("");
      tell(required ? "no stage runs, as cairn.required asks" : UNPROTECTED, failure);
      return required ? refusing(failure) : NOTHING;
    }
  }

  /** Where Cairn is required, a stage that it cannot protect does not run. */
  private static List<Function<Object[], Object>> refusing(Throwable failure) {
    Callable<Object> refusal =
        () -> {
          throw new IllegalStateException("Cairn is required and cannot start", failure);
        };
    return List.of(given -> refusal, given -> refusal);
  }

  static void warn(String text) {
    System.err.println(MARK + "warning: " + text);
  }

  private static int start(String arguments, Instrumentation instrumentation) {
    try {
      if (!instrumentation.isRetransformClassesSupported()) {
        throw new IllegalStateException(
            "the jar that names the agent lacks the line Can-Retransform-Classes: true in its"
                + " manifest");
      }
      // an interface of the JDK's: to link a reflective call of another shape costs more than all
      // else that happens before main
      @SuppressWarnings("unchecked")
      BiFunction<String, Instrumentation, Integer> agent =
          (BiFunction<String, Instrumentation, Integer>)
              inside(AGENT).getDeclaredConstructor().newInstance();
      return agent.apply(arguments, instrumentation);
    } catch (Throwable failure) {
      return refuse(arguments, failure);
    }
  }

  private static int refuse(String arguments, Throwable failure) {
    boolean required = isRequired(arguments);
    tell(required ? "the JVM stops, as cairn.required asks" : UNPROTECTED, failure);
    return required ? CANNOT_START : 0;
  }

  private static void tell(String consequence, Throwable failure) {
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    warn("cannot start, so " + consequence + ": " + reason);
  }

  /**
   * What the settings would say; asked where they could not be read. Whoever rehearses a start does
   * not want the program to run without Cairn.
   */
  private static boolean isRequired(String arguments) {
    return ("," + arguments.replace(" ", "") + ",").contains("required=true,")
        || Boolean.getBoolean("cairn.required")
        || System.getenv("CAIRN_REHEARSAL") != null
        || Boolean.parseBoolean(System.getenv("CAIRN_REQUIRED"));
  }

  static Class<?> inside(String className) throws IOException, ClassNotFoundException {
    return Class.forName(className, true, new AgentClassLoader(AgentJar.open(ownJar())));
  }

  private static File ownJar() throws IOException {
    CodeSource source = AgentMain.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("the JVM does not tell where cairn.jar is");
    }
    try {
      return new File(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("cairn.jar is at no place in the file system: " + e.getInput(), e);
    }
  }
}
