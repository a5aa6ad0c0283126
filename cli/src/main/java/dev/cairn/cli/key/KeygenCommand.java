package dev.cairn.cli.key;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.AnsweringCommand;
import dev.cairn.cli.session.Session;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.directory.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a key: {@code keygen}. */
@Command(
    name = "keygen",
    customSynopsis = "java -jar cairn.jar keygen [FILE]",
    description = {
      "Makes a key that encrypts a store.",
      "Keep a copy of it in another place than the store: whoever has it reads the store, and"
          + " without it nobody does."
    })
public final class KeygenCommand extends AnsweringCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A new file for it, which only you may read. Default: it is printed.")
  private @Nullable Path file;

  /** The command in a session. */
  public KeygenCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    String key = Secret.newKey(new SecureRandom());
    if (file == null) {
      return tell(Answer.done(() -> new Made(key, null), () -> say(key)));
    }
    Path target = session().input().workingDirectory().resolve(file);
    write(target, key);
    return tell(Answer.done(() -> new Made(null, target.toString()), () -> {}));
  }

  private static void write(Path target, String key) {
    byte[] line = (key + "\n").getBytes(StandardCharsets.US_ASCII);
    try {
      PrivateFile.create(target, Payload.of(line));
    } catch (FileAlreadyExistsException e) {
      throw refused(target, "it exists, and may be the key of a store; name a new file");
    } catch (IOException e) {
      throw refused(target, e + "; name a file in a directory that you may write");
    }
  }

  private static ConfigurationException refused(Path target, String why) {
    return new ConfigurationException(
        target.toString(), "Cannot write a key to " + target + ": " + why);
  }

  /** The key, or the file that has it, as JSON. */
  record Made(@Nullable String key, @Nullable String file) {}
}
