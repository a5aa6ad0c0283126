package dev.cairn.cli;

import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Screen;
import dev.cairn.core.config.SettingsInput;
import dev.cairn.core.event.Progress;
import dev.cairn.core.log.owner.Host;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs the command line in a world of a test's making. For one thread. */
final class Command {
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private Host host = new Machine("build7", 1, false);
  private Path workingDirectory = Path.of("/home/ada");
  private final Instant now = Instant.parse("2026-11-23T06:00:00Z");
  private Progress progress = Progress.NONE;
  private boolean colours;
  private int width = Screen.UNLIMITED;

  Command in(Path directory) {
    workingDirectory = directory;
    return this;
  }

  Command on(Machine machine) {
    host = machine;
    return this;
  }

  Command with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Command withFile(String name, String text) {
    files.put(name, text);
    return this;
  }

  Command showing(Progress shown) {
    progress = shown;
    return this;
  }

  Command onTerminal(int columns) {
    colours = true;
    width = columns;
    return this;
  }

  Command within(int columns) {
    width = columns;
    return this;
  }

  Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), colours, width);
    SettingsInput input =
        new SettingsInput(
            "",
            Map.of(),
            environment,
            file -> Optional.ofNullable(files.get(file.getFileName().toString())),
            workingDirectory,
            1L << 30);
    Session session = new Session(input, host, Clock.fixed(now, ZoneOffset.UTC), screen, progress);
    int status = CairnCommand.execute(session, args);
    return new Outcome(status, out.toString(), err.toString());
  }

  /** What a command did. */
  record Outcome(int status, String out, String err) {}
}
