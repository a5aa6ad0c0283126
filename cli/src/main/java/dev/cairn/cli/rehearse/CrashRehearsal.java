package dev.cairn.cli.rehearse;

import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole rehearsal of a command. Whatever ends this JVM, the command's processes and the temporary
 * files end with it.
 *
 * @param command the user's command
 * @param workingDirectory where it is started
 * @param atMost how many crashes at most
 */
record CrashRehearsal(List<String> command, Path workingDirectory, int atMost) {

  /**
   * Rehearses, and says how far it is where somebody looks.
   *
   * @throws CannotRehearseException if the command cannot be rehearsed
   */
  Rehearsed run(Screen screen) {
    try (Backstage backstage = new Backstage(command, workingDirectory)) {
      return new Rehearsing(backstage.program(), backstage.scratch(), progress(screen))
          .rehearse(atMost);
    }
  }

  private static Progress progress(Screen screen) {
    return sentence -> {
      if (screen.isTerminal()) {
        screen.err().println(screen.styled(Style.FAINT, sentence));
        screen.err().flush();
      }
    };
  }
}
