package dev.cairn.cli.rehearse;

import dev.cairn.cli.text.Json;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
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
    try (Scratch scratch = Scratch.make();
        Program program = new Program(command, workingDirectory, ownJar())) {
      Thread atEnd = new Thread(() -> end(program, scratch), "cairn-rehearsal-end");
      Runtime.getRuntime().addShutdownHook(atEnd);
      try {
        Rehearsed rehearsed = new Rehearsing(program, scratch, progress(screen)).rehearse(atMost);
        print(screen, rehearsed);
        return rehearsed.report().isEqual();
      } finally {
        removeHook(atEnd);
      }
    }
  }

  private static void end(Program program, Scratch scratch) {
    program.close();
    scratch.close();
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is ending already, so the hook does what is to be done
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

  /** The file from which this class came: the agent is in the same one. */
  private static Path ownJar() {
    CodeSource source = CrashRehearsal.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new CannotRehearseException(
          "Cannot rehearse: cairn.jar is at no place in the file system: " + e.getInput());
    }
  }
}
