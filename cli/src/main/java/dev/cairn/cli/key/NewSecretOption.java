package dev.cairn.cli.key;

import dev.cairn.cli.session.Session;
import dev.cairn.core.SecretReader;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A secret that is to open a store, and what it is called there. */
final class NewSecretOption {
  @ArgGroup private @Nullable Place place;

  @Option(
      names = "--label",
      paramLabel = "NAME",
      description = "What people call it. It stands in the store for everybody to read.")
  private @Nullable String label;

  /** Where it is: one of these. */
  static final class Place {
    @Option(
        names = "--new-key-file",
        paramLabel = "FILE",
        description = "A file with a key as keygen makes it.")
    private @Nullable Path keyFile;

    @Option(
        names = "--new-key-variable",
        paramLabel = "NAME",
        description = "An environment variable that holds such a key.")
    private @Nullable String keyVariable;

    @Option(
        names = "--new-password-file",
        paramLabel = "FILE",
        description = "A file whose first line is a password.")
    private @Nullable Path passwordFile;

    @Option(
        names = "--new-password-variable",
        paramLabel = "NAME",
        description = "An environment variable that holds a password.")
    private @Nullable String passwordVariable;
  }

  /** What is to open the store; empty where no option names it. */
  Optional<NewSlot> slot(Session session) {
    return Optional.ofNullable(place).map(named -> slot(named, session));
  }

  private NewSlot slot(Place named, Session session) {
    SecretReader reader = session.secrets();
    Path directory = session.input().workingDirectory();
    if (named.keyFile != null) {
      Path file = directory.resolve(named.keyFile);
      return new NewSlot(reader.keyInFile("--new-key-file", file), label(named.keyFile));
    }
    if (named.passwordFile != null) {
      Path file = directory.resolve(named.passwordFile);
      return new NewSlot(
          reader.passwordInFile("--new-password-file", file), label(named.passwordFile));
    }
    if (named.keyVariable != null) {
      return new NewSlot(
          reader.keyInVariable("--new-key-variable", named.keyVariable), label(named.keyVariable));
    }
    String variable = String.valueOf(named.passwordVariable);
    return new NewSlot(
        reader.passwordInVariable("--new-password-variable", variable), label(variable));
  }

  private String label(Object place) {
    return label == null ? place.toString() : label;
  }

  /** What it is called, where that was said. */
  String labelOr(String usual) {
    return label(usual);
  }
}
