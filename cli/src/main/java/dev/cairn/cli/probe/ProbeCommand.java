package dev.cairn.cli.probe;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.AnsweringCommand;
import dev.cairn.cli.command.StoreOption;
import dev.cairn.cli.session.Session;
import dev.cairn.core.storage.Trial;
import dev.cairn.core.storage.directory.DirectoryProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries out whether a store can live in a place. */
@Command(
    name = "probe",
    customSynopsis = "java -jar cairn.jar probe [--store DIR] [--json]",
    description = {
      "Tries out whether a store can live in a directory, and what it can promise there.",
      "A store that is there is not touched; what is written is removed."
    })
public final class ProbeCommand extends AnsweringCommand {
  @Mixin private final StoreOption store = new StoreOption();

  /** The command in a session. */
  public ProbeCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Path place = existing(store.root(session()).toAbsolutePath().normalize());
    List<Trial> trials = DirectoryProbe.run(place, UUID.randomUUID(), session().clock());
    ProbePage page = new ProbePage(session().screen(), place, trials);
    return tell(Answer.of(page.isSound(), page::json, page::print));
  }

  /** A store that is not there yet will live where its nearest folder is. */
  private static Path existing(Path root) {
    Path place = root;
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }
}
