package dev.cairn.cli.transfer;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.StoreCommand;
import dev.cairn.cli.command.StoreOption;
import dev.cairn.cli.session.Session;
import dev.cairn.core.SavedState;
import dev.cairn.core.StateTransfer;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.event.Progress.Task;
import dev.cairn.core.event.Progress.Unit;
import dev.cairn.core.event.Progress.Work;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.ExportedCheckpoint;
import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves an exported checkpoint in a store. */
@Command(
    name = "import",
    customSynopsis =
        "java -jar cairn.jar import FILE --into NAME [--id ID] [--key-file FILE] [--store DIR]"
            + " [--json]",
    description = {
      "Saves an exported checkpoint in a store.",
      "It becomes a state of the `Checkpoints` of that name: they load it by its id."
    })
public final class ImportCommand extends StoreCommand {
  private static final String TOKEN = "gAAAA";
  private static final int STEPS = 2;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "What `export` wrote, or a Fernet token of that.")
  private Path file = Path.of("");

  @Option(
      names = "--into",
      paramLabel = "NAME",
      required = true,
      description = "The name of the `Checkpoints`.")
  private String name = "";

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "What the state is called. Default: as before, or by its run and entry.")
  private @Nullable String id;

  @Mixin private final KeyFileOption key = new KeyFileOption();

  /** The command in a session. */
  public ImportCommand(Session session) {
    super(session);
  }

  /** What was saved, as JSON. */
  record Imported(String run, long entry, String id, long rawBytes) {}

  @Override
  protected RunStore opened(StoreOption named) {
    return named.openToWrite(session());
  }

  @Override
  protected Answer answer(RunStore opened) {
    Path source = session().input().workingDirectory().resolve(file);
    SavedState saved = saved(opened, source);
    String run = saved.checkpoint().run().toString();
    return Answer.done(
        () -> new Imported(run, saved.checkpoint().seq(), saved.id(), saved.rawBytes()),
        () -> say("Saved as " + saved.id() + " in " + run + "."));
  }

  private SavedState saved(RunStore opened, Path source) {
    Task task = new Task("importing", file, STEPS, Unit.STEPS);
    try (Work work = session().progress().begin(task)) {
      work.now("reading");
      ExportedCheckpoint exported =
          ExportedCheckpoint.read(content(source, read(source)), source.toString());
      work.advance(1);
      work.now("saving");
      SavedState saved = new StateTransfer(opened).into(name, Optional.ofNullable(id), exported);
      work.advance(1);
      return saved;
    }
  }

  private static Payload read(Path source) {
    try {
      return Payload.of(Files.readAllBytes(source));
    } catch (IOException | OutOfMemoryError e) {
      throw new ConfigurationException(
          source.toString(), "Cannot read " + source + ": expected an exported checkpoint: " + e);
    }
  }

  private Payload content(Path source, Payload read) {
    int start = (int) Math.min(TOKEN.length(), read.sizeBytes());
    String first = new String(read.slice(0, start).toBytes(), StandardCharsets.ISO_8859_1);
    if (!first.equals(TOKEN)) {
      return read;
    }
    return key.fernet(session())
        .orElseThrow(() -> refused(source, "it is a Fernet token: give its key by --key-file"))
        .open(read)
        .orElseThrow(
            () -> refused(source, "it is a Fernet token of another key, or it was changed"));
  }

  private static ConfigurationException refused(Path source, String why) {
    return new ConfigurationException("--key-file", "Cannot open " + source + ": " + why);
  }
}
