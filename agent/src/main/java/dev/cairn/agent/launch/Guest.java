package dev.cairn.agent.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The agent as a rehearsal adds it to a command that it knows nothing about. Where the command
 * names the agent itself, with arguments perhaps, the added one leaves the start to that one.
 */
final class Guest {
  /** The arguments of an agent that a rehearsal added. */
  static final String ARGUMENTS = "rehearsal";

  private static final String OPTION = "-javaagent:";

  private Guest() {}

  /** Whether this JVM was told to start the agent by somebody else, too. */
  static boolean hasHost() {
    try {
      return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .filter(argument -> argument.startsWith(OPTION))
          .map(argument -> argument.substring(OPTION.length()))
          .anyMatch(Guest::isHost);
    } catch (LinkageError e) {
      // a JVM without management: the second agent says that it stands down
      return false;
    }
  }

  private static boolean isHost(String agent) {
    int equals = agent.indexOf('=');
    String jar = equals < 0 ? agent : agent.substring(0, equals);
    return !agent.substring(jar.length()).equals("=" + ARGUMENTS) && isCairn(jar);
  }

  private static boolean isCairn(String path) {
    try (JarFile jar = new JarFile(path)) {
      Manifest manifest = jar.getManifest();
      return manifest != null
          && AgentMain.class
              .getName()
              .equals(manifest.getMainAttributes().getValue("Premain-Class"));
    } catch (IOException e) {
      return false;
    }
  }
}
