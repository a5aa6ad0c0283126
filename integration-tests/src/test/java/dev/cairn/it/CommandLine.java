package dev.cairn.it;

import dev.cairn.it.ForkedJvm.Ended;
import java.nio.file.Path;

/**
 * {@code java -jar cairn.jar} on one store.
 *
 * @param store the store's directory
 */
public record CommandLine(Path store) {
  private static final String MAIN = "dev.cairn.agent.launch.AgentMain";

  /** Runs a command to its end. */
  public Ended run(String command, Object... arguments) {
    ForkedJvm jvm = ForkedJvm.of(CommandLine.class);
    Object[] all = new Object[arguments.length + 3];
    all[0] = command;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--store";
    all[all.length - 1] = store;
    return new ForkedJvm(
            jvm.home(), jvm.classPath(), jvm.options(), MAIN, jvm.arguments(), jvm.directory())
        .withOnlyClassPath(ForkedJvm.agentJar())
        .withArguments(all)
        .run();
  }
}
