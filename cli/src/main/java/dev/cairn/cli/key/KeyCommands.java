package dev.cairn.cli.key;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.AnsweringCommand;
import dev.cairn.cli.command.StoreOption;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Cell;
import dev.cairn.cli.text.Column;
import dev.cairn.cli.text.Table;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.keys.Keyrings;
import dev.cairn.core.seal.crypt.Keyring;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.RetryingStorage;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What opens an encrypted store: {@code key list}, {@code key add}, {@code key rotate}. */
@Command(
    name = "key",
    customSynopsis = "java -jar cairn.jar key (list | add | rotate) [OPTIONS]",
    description = "Lists, adds and rotates the keys of an encrypted store.")
public final class KeyCommands implements Runnable {
  @Spec private CommandSpec spec;

  private KeyCommands() {}

  /** The command with its own commands. */
  public static CommandLine commandLine(Session session) {
    return new CommandLine(new KeyCommands())
        .addSubcommand(new ListKeys(session))
        .addSubcommand(new AddKey(session))
        .addSubcommand(new RotateKey(session));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: list, add or rotate");
  }

  /** One way to open a store, as JSON. */
  record Line(String id, String kind, String label) {
    private static Line of(Keyring.Slot slot) {
      return new Line(slot.id(), slot.kind().name().toLowerCase(Locale.ROOT), slot.label());
    }
  }

  /** Lists what opens a store; needs no key. */
  @Command(
      name = "list",
      customSynopsis = "java -jar cairn.jar key list [--store DIR] [--json]",
      description = "Lists what opens an encrypted store. Needs no key, and shows none.")
  static final class ListKeys extends AnsweringCommand {
    @Mixin private final StoreOption store = new StoreOption();

    ListKeys(Session session) {
      super(session);
    }

    @Override
    public Integer call() {
      try (Storage storage = DirectoryStorage.openReadOnly(store.root(session()))) {
        Keyring ring = new Keyrings(storage).newest().orElseThrow(() -> notEncrypted(storage));
        List<Line> lines = ring.slots().stream().map(Line::of).toList();
        return tell(Answer.done(() -> lines, () -> print(lines)));
      }
    }

    private static StoreException notEncrypted(Storage storage) {
      return StoreException.rejected(
          storage.name(),
          "Cannot show the keys of the store "
              + storage.name()
              + ": it has none; a new store is encrypted if a key is given when it is made",
          null);
    }

    private void print(List<Line> lines) {
      Table table = new Table(Column.words("ID"), Column.words("KIND"), Column.text("LABEL"));
      lines.forEach(line -> table.add(Cell.of(line.id), Cell.of(line.kind), Cell.of(line.label)));
      table.print(session().screen());
    }
  }

  /** What every command does that changes the keys. */
  abstract static class Changing extends AnsweringCommand {
    @Mixin private final StoreOption store = new StoreOption();
    @Mixin private final NewSecretOption added = new NewSecretOption();

    Changing(Session session) {
      super(session);
    }

    @Override
    public Integer call() {
      // says what is wrong with the store or its key, before anything is written
      store.open(session()).close();
      Secret known = session().secret().orElseThrow(Changing::notEncrypted);
      try (Storage storage = DirectoryStorage.open(store.root(session()))) {
        Keyring ring = change(new Keyrings(new RetryingStorage(storage)), known, added);
        return tell(
            Answer.done(
                () -> ring.slots().stream().map(Line::of).toList(),
                () -> say("Now opens the store: " + ring.whoOpens() + ".")));
      }
    }

    abstract Keyring change(Keyrings keyrings, Secret known, NewSecretOption secret);

    private static ConfigurationException notEncrypted() {
      return new ConfigurationException(
          "--store",
          "Cannot change the keys of the store: it is not encrypted; a new store is if a key is"
              + " given when it is made");
    }
  }

  /** Lets one more secret open a store. */
  @Command(
      name = "add",
      customSynopsis =
          "java -jar cairn.jar key add (--new-key-file FILE | --new-key-variable NAME |"
              + " --new-password-file FILE | --new-password-variable NAME) [--label NAME]"
              + " [--store DIR]",
      description = "Lets one more key or password open an encrypted store.")
  static final class AddKey extends Changing {
    AddKey(Session session) {
      super(session);
    }

    @Override
    Keyring change(Keyrings keyrings, Secret known, NewSecretOption secret) {
      NewSlot slot = secret.slot(session()).orElseThrow(AddKey::missing);
      return keyrings.add(known, slot, new SecureRandom());
    }

    private static ConfigurationException missing() {
      return new ConfigurationException(
          "--new-key-file",
          "Cannot add a key: expected --new-key-file, --new-key-variable, --new-password-file or"
              + " --new-password-variable, found none");
    }
  }

  /** Encrypts with another key from now on. */
  @Command(
      name = "rotate",
      customSynopsis =
          "java -jar cairn.jar key rotate [--new-key-file FILE | --new-key-variable NAME |"
              + " --new-password-file FILE | --new-password-variable NAME] [--label NAME]"
              + " [--store DIR]",
      description = {
        "Encrypts with another key what is written from now on.",
        "Only the new key or password opens the store then, or the given one where none is new;"
            + " everything else that opened it does no more."
      })
  static final class RotateKey extends Changing {
    RotateKey(Session session) {
      super(session);
    }

    @Override
    Keyring change(Keyrings keyrings, Secret known, NewSecretOption secret) {
      NewSlot slot =
          secret.slot(session()).orElseGet(() -> new NewSlot(known, secret.labelOr("rotated")));
      return keyrings.rotate(known, slot, new SecureRandom());
    }
  }
}
