package dev.cairn.agent.launch;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a JVM enters Cairn: as {@code -javaagent:cairn.jar}, or as {@code java -jar cairn.jar} for
 * the command line. Both only open the agent loader and go on inside it, by name.
 *
 * <p>As an agent it never throws: where Cairn cannot start the program runs without it and one line
 * says so, unless {@code cairn.required} asks for the contrary.
 */
public final class AgentMain {
  private static final String AGENT = "dev.cairn.agent.AgentStart";
  private static final String COMMAND_LINE = "dev.cairn.cli.CairnCommand";
  private static final int CANNOT_START = 1;

  private AgentMain() {}

  /**
   * Starts the agent.
   *
   * @param arguments what follows {@code -javaagent:cairn.jar=}, or null
   * @param instrumentation the JVM's
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    String given = arguments == null ? "" : arguments;
    int status = start(given, instrumentation, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Runs the command line.
   *
   * @param arguments what was typed after {@code java -jar cairn.jar}
   * @throws Throwable what the command line throws
   */
  public static void main(String[] arguments) throws Throwable {
    ClassLoader loader = new AgentClassLoader(AgentJar.open(ownJar()));
    call(loader, COMMAND_LINE, "main", new Class<?>[] {String[].class}, new Object[] {arguments});
  }

  private static int start(String arguments, Instrumentation instrumentation, PrintStream lines) {
    try {
      ClassLoader loader = new AgentClassLoader(AgentJar.open(ownJar()));
      Class<?>[] types = {String.class, Instrumentation.class, PrintStream.class};
      Object status =
          call(loader, AGENT, "start", types, new Object[] {arguments, instrumentation, lines});
      return (int) status;
    } catch (Throwable failure) {
      return refuse(arguments, failure, lines);
    }
  }

  private static int refuse(String arguments, Throwable failure, PrintStream lines) {
    boolean required = isRequired(arguments);
    String consequence =
        required
            ? "the JVM stops, as cairn.required asks"
            : "the program runs without it, nothing is protected";
    String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    lines.println("[cairn] warning: cannot start, so " + consequence + ": " + reason);
    return required ? CANNOT_START : 0;
  }

  /** What the settings would say; asked where they could not be read. */
  private static boolean isRequired(String arguments) {
    return ("," + arguments.replace(" ", "") + ",").contains("required=true,")
        || Boolean.getBoolean("cairn.required")
        || Boolean.parseBoolean(System.getenv("CAIRN_REQUIRED"));
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

  private static Object call(
      ClassLoader loader, String className, String method, Class<?>[] types, Object[] arguments)
      throws Throwable {
    try {
      return Class.forName(className, true, loader)
          .getMethod(method, types)
          .invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
