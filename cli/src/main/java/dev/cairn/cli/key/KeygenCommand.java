package dev.cairn.cli.key;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.AnsweringCommand;
import dev.cairn.cli.session.Session;
import dev.cairn.core.KeyFile;
import dev.cairn.core.seal.crypt.Secret;
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
    if (file == null) {
      String key = Secret.newKey(new SecureRandom());
      return tell(Answer.done(() -> new Made(key, null), () -> say(key)));
    }
    Path target = session().input().workingDirectory().resolve(file);
    KeyFile.create(target);
    return tell(Answer.done(() -> new Made(null, target.toString()), () -> {}));
  }

  /** The key, or the file that has it, as JSON. */
  record Made(@Nullable String key, @Nullable String file) {}
}
