package dev.cairn.cli.rehearse;

import dev.cairn.cli.text.Json;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole rehearsal of a command, with its output. Whatever ends this JVM, the command's processes
 * and the temporary files end with it.
 *
 * @param command the user's command
 * @param workingDirectory where it is started
 * @param atMost how many crashes at most
 * @param json whether the outcome is for programs
 */
public record CrashRehearsal(
    List<String> command, Path workingDirectory, int atMost, boolean json) {

  /**
   * Rehearses and prints.
   *
   * @return whether everything came back equal
   * @throws CannotRehearseException if the command cannot be rehearsed
   */
  public boolean run(Screen screen) {
    try (Backstage backstage = new Backstage(command, workingDirectory)) {
      Rehearsed rehearsed =
          new Rehearsing(backstage.program(), backstage.scratch(), progress(screen))
              .rehearse(atMost);
      print(screen, rehearsed);
      return rehearsed.report().isEqual();
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

  private void print(Screen screen, Rehearsed rehearsed) {
    if (json) {
      Json.print(screen.out(), RehearsalJson.of(rehearsed));
    } else {
      new RehearsalPage(screen, rehearsed).print();
    }
  }
}
