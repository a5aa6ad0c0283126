package dev.cairn.cli.query;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.StoreCommand;
import dev.cairn.cli.command.StoreOption;
import dev.cairn.cli.session.Session;
import dev.cairn.core.RetentionRules;
import dev.cairn.core.config.Quantities;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.RunId;
import dev.cairn.core.retention.PrunedRun;
import dev.cairn.core.retention.Pruner;
import dev.cairn.core.retention.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes finished runs that rules give up. */
@Command(
    name = "prune",
    customSynopsis = "java -jar cairn.jar prune [RULES] [--dry-run] [--store DIR] [--json]",
    description = {
      "Deletes finished runs, for ever. Never an unfinished one, nor the newest of a key.",
      "Without rules those of the settings cairn.keep...: the last 10 of a key, and 30 days."
    })
public final class PruneCommand extends StoreCommand {
  @Option(
      names = "--keep-last",
      paramLabel = "N",
      description = "Keeps the newest N of each pipeline and key.")
  private @Nullable Integer last;

  @Option(
      names = "--keep-within",
      paramLabel = "AGE",
      description = "Keeps what is no older: 12h, 30d.")
  private @Nullable String within;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      description = "Keeps the newest of each pipeline that take no more: 500m, 10g.")
  private @Nullable String maxSize;

  @Option(
      names = "--keep-tagged",
      paramLabel = "NAME",
      description = "Keeps runs with such metadata, whatever other rules say.")
  private @Nullable String tag;

  @Option(names = "--pipeline", paramLabel = "NAME", description = "Only runs of this pipeline.")
  private @Nullable String pipeline;

  @Option(names = "--dry-run", description = "Shows what would go, and deletes nothing.")
  private boolean dry;

  /** The command in a session. */
  public PruneCommand(Session session) {
    super(session);
  }

  @Override
  protected RunStore opened(StoreOption named) {
    return dry ? named.open(session()) : named.openToWrite(session());
  }

  @Override
  protected Answer answer(RunStore opened) {
    Predicate<RunId> wanted = run -> pipeline == null || run.pipeline().equals(pipeline);
    Pruner pruner = new Pruner(opened, session().clock());
    List<PrunedRun> gone =
        dry ? pruner.plan(rules(), wanted) : pruner.prune(rules(), wanted, session().progress());
    return Answer.done(
        () -> PruningPage.json(gone, dry), () -> new PruningPage(session()).print(gone, dry));
  }

  private List<RetentionPolicy> rules() {
    List<RetentionPolicy> rules = new ArrayList<>();
    if (last != null) {
      int runs = last;
      rules.add(
          QueryOptions.read(
              "--keep-last", "" + runs, "at least 1", text -> new RetentionPolicy.KeepLast(runs)));
    }
    if (within != null) {
      rules.add(
          new RetentionPolicy.KeepWithin(
              QueryOptions.read("--keep-within", within, "an age", Quantities::duration)));
    }
    if (maxSize != null) {
      rules.add(
          new RetentionPolicy.MaxSize(
              QueryOptions.read("--max-size", maxSize, "a size", Quantities::bytes)));
    }
    List<RetentionPolicy> limits =
        rules.isEmpty() ? RetentionRules.of(session().settings()) : rules;
    return tag == null ? limits : withTag(limits, tag);
  }

  private static List<RetentionPolicy> withTag(List<RetentionPolicy> limits, String name) {
    List<RetentionPolicy> rules = new ArrayList<>(limits);
    rules.add(new RetentionPolicy.KeepTagged(name));
    return rules;
  }
}
