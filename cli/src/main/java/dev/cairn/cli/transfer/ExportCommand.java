package dev.cairn.cli.transfer;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.RunArgument;
import dev.cairn.cli.command.StoreCommand;
import dev.cairn.cli.session.Session;
import dev.cairn.core.StateTransfer;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.event.Progress.Task;
import dev.cairn.core.event.Progress.Unit;
import dev.cairn.core.event.Progress.Work;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.Fernet;
import dev.cairn.core.storage.directory.PrivateFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes one checkpoint into a file of its own. */
@Command(
    name = "export",
    customSynopsis =
        "java -jar cairn.jar export CHECKPOINT FILE [--fernet --key-file FILE] [--store DIR]"
            + " [--json]",
    description = "Writes one checkpoint into a new file that needs no store.")
public final class ExportCommand extends StoreCommand {
  // a token is one text, and so are its bytes before and after encryption
  private static final long LARGEST_TOKEN = 256L << 20;
  private static final int STEPS = 2;

  @Parameters(
      index = "0",
      paramLabel = "CHECKPOINT",
      description = "RUN#ENTRY, as `show` lists it, or RUN/STAGE, or RUN/STAGE#NUMBER.")
  private String checkpoint = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "A new file; only you may read it.")
  private Path file = Path.of("");

  @Option(names = "--fernet", description = "As a Fernet token, encrypted by the key.")
  private boolean token;

  @Mixin private final KeyFileOption key = new KeyFileOption();

  /** The command in a session. */
  public ExportCommand(Session session) {
    super(session);
  }

  /** What was written, as JSON. */
  record Exported(String checkpoint, String file, long rawBytes, long fileBytes) {}

  @Override
  protected Answer answer(RunStore opened) {
    Checkpoint wanted = RunArgument.found(() -> new Catalog(opened).checkpoint(checkpoint));
    Path target = session().input().workingDirectory().resolve(file);
    Payload content = written(opened, wanted, target);
    Exported exported =
        new Exported(
            wanted.run() + "#" + wanted.seq(),
            target.toString(),
            wanted.payload().rawBytes(),
            content.sizeBytes());
    return Answer.done(
        () -> exported,
        () -> say("Wrote " + target + ", " + Amounts.size(content.sizeBytes()) + "."));
  }

  private Payload written(RunStore opened, Checkpoint wanted, Path target) {
    Task task = new Task("exporting", checkpoint, STEPS, Unit.STEPS);
    try (Work work = session().progress().begin(task)) {
      work.now("reading");
      Payload content = content(opened, wanted);
      work.advance(1);
      work.now("writing");
      write(target, content);
      work.advance(1);
      return content;
    }
  }

  private Payload content(RunStore opened, Checkpoint wanted) {
    if (token && wanted.payload().rawBytes() > LARGEST_TOKEN) {
      throw new ConfigurationException(
          "--fernet",
          "Cannot make a token of "
              + Amounts.size(wanted.payload().rawBytes())
              + ": expected at most "
              + Amounts.size(LARGEST_TOKEN)
              + "; export it without --fernet");
    }
    Payload plain = new StateTransfer(opened).exported(wanted).toPayload();
    if (!token) {
      return plain;
    }
    Fernet fernet = key.fernet(session()).orElseThrow(ExportCommand::noKey);
    return fernet.token(plain, session().now(), new SecureRandom());
  }

  private static ConfigurationException noKey() {
    return new ConfigurationException(
        "--fernet", "Cannot make a token: expected --key-file with its key, found none");
  }

  private static void write(Path target, Payload content) {
    try {
      PrivateFile.create(target, content);
    } catch (FileAlreadyExistsException e) {
      throw refused(target, "it exists; name a new file");
    } catch (IOException e) {
      throw refused(target, e + "; name a file in a directory that you may write");
    }
  }

  private static ConfigurationException refused(Path target, String why) {
    return new ConfigurationException(
        target.toString(), "Cannot write a checkpoint to " + target + ": " + why);
  }
}
