package dev.cairn.cli.transfer;

import dev.cairn.cli.session.Session;
import dev.cairn.core.seal.crypt.Fernet;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key of a Fernet token, which is not that of the store. */
final class KeyFileOption {
  private static final String NAME = "--key-file";

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description = "A file with the token's key, as keygen or Python's Fernet make it.")
  private @Nullable Path file;

  /** What makes and opens tokens; empty where no key is given. */
  Optional<Fernet> fernet(Session session) {
    return Optional.ofNullable(file)
        .map(given -> session.input().workingDirectory().resolve(given))
        .map(path -> session.secrets().keyInFile(NAME, path).fernet());
  }
}
