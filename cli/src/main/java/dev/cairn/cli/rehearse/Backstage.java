package dev.cairn.cli.rehearse;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

/**
 * A command that is to be started, and the private directory that its starts use. Whatever ends
 * this JVM, the command's processes and the directory end with it.
 */
final class Backstage implements AutoCloseable {
  private final Scratch scratch = Scratch.make();
  private final Program program;
  private final Thread atEnd = new Thread(this::end, "cairn-rehearsal-end");

  Backstage(List<String> command, Path workingDirectory) {
    program = new Program(command, workingDirectory, ownJar());
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  Scratch scratch() {
    return scratch;
  }

  Program program() {
    return program;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // the JVM is ending already, so the hook does what is to be done
    }
    end();
  }

  private void end() {
    program.close();
    scratch.close();
  }

  /** The file from which this class came: the agent is in the same one. */
  private static Path ownJar() {
    CodeSource source = Backstage.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new CannotRehearseException(
          "Cannot rehearse: cairn.jar is at no place in the file system: " + e.getInput());
    }
  }
}
