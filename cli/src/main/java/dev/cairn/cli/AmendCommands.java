package dev.cairn.cli;

import dev.cairn.cli.session.ExitStatus;
import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Letters;
import dev.cairn.core.amend.RunAmendments;
import dev.cairn.core.amend.RunAmendments.Fork;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that write what a person says about a run into its log. */
final class AmendCommands {
  private static final int WAIT_MILLIS = 200;
  private static final int WAITS = 300;
  private static final String STAGE = "The stage's name, such as Nightly.parse.";

  private AmendCommands() {}

  /** What every such command does: open the store for writing, find the run, say what was done. */
  abstract static class Amending implements Callable<Integer> {
    private final Session session;
    private int waits;

    @Mixin private final StoreOption store = new StoreOption();
    @Mixin private final RunArgument run = new RunArgument();

    Amending(Session session) {
      this.session = session;
    }

    @Override
    public Integer call() {
      try (RunStore opened = store.openToWrite(session)) {
        RunHistory history = run.find(new Catalog(opened));
        String done = amend(new RunAmendments(opened, this::waits), history);
        session.screen().out().println(Letters.printable(done));
        return ExitStatus.DONE;
      }
    }

    /** Says it, and tells what was done. */
    abstract String amend(RunAmendments amendments, RunHistory history);

    private boolean waits() {
      if (waits++ == 0) {
        session.warn("waiting: the run's owner may be dead, which takes a while to be certain");
      }
      try {
        Thread.sleep(WAIT_MILLIS);
        return waits < WAITS;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** What is said of the calls of one stage. */
  abstract static class AmendingStage extends Amending {
    @Parameters(index = "1", paramLabel = "STAGE", description = STAGE)
    private String stage = "";

    AmendingStage(Session session) {
      super(session);
    }

    @Override
    final String amend(RunAmendments amendments, RunHistory history) {
      return amend(amendments, history, stage);
    }

    abstract String amend(RunAmendments amendments, RunHistory history, String stage);
  }

  /** Lets recorded calls of a stage count though its code changed. */
  @Command(
      name = "accept-change",
      customSynopsis = "java -jar cairn.jar accept-change RUN STAGE [--store DIR]",
      description = "Lets the recorded calls of a stage count though its code changed.")
  static final class AcceptChange extends AmendingStage {
    AcceptChange(Session session) {
      super(session);
    }

    @Override
    String amend(RunAmendments amendments, RunHistory history, String stage) {
      amendments.accept(history, stage);
      return "The calls of "
          + stage
          + " that "
          + history.run()
          + " recorded count with the code that its next start finds, and with no later one.";
    }
  }

  /** Declares recorded calls of a stage void. */
  @Command(
      name = "invalidate",
      customSynopsis = "java -jar cairn.jar invalidate RUN STAGE [--store DIR]",
      description = "Declares void what a run recorded of a stage, and after it.")
  static final class Invalidate extends AmendingStage {
    Invalidate(Session session) {
      super(session);
    }

    @Override
    String amend(RunAmendments amendments, RunHistory history, String stage) {
      amendments.invalidate(history, stage);
      return "The next start of "
          + history.run()
          + " runs "
          + stage
          + " and what began after it; nothing was deleted.";
    }
  }

  /** Gives checkpoints up. */
  @Command(
      name = "forget",
      customSynopsis = "java -jar cairn.jar forget RUN ENTRY... [--store DIR]",
      description = "Gives up checkpoints of an unfinished run, for ever.")
  static final class Forget extends Amending {
    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "ENTRY",
        description = "Their entries, as `show` lists them.")
    private List<Long> entries = List.of();

    Forget(Session session) {
      super(session);
    }

    @Override
    String amend(RunAmendments amendments, RunHistory history) {
      amendments.forget(history, Set.copyOf(entries));
      return "Forgot "
          + entries.size()
          + " of the checkpoints of "
          + history.run()
          + ": their calls run again.";
    }
  }

  /** Deletes a run. */
  @Command(
      name = "delete",
      customSynopsis = "java -jar cairn.jar delete RUN [--store DIR]",
      description = "Deletes a run with all its checkpoints, for ever.")
  static final class Delete extends Amending {
    Delete(Session session) {
      super(session);
    }

    @Override
    String amend(RunAmendments amendments, RunHistory history) {
      amendments.delete(history);
      return "Deleted "
          + history.run()
          + " with "
          + history.checkpoints().size()
          + " checkpoints; its number is not used again.";
    }
  }

  /** Makes a new run with what came before a stage. */
  @Command(
      name = "fork",
      customSynopsis = "java -jar cairn.jar fork RUN --from STAGE [--store DIR]",
      description = "Makes a new run with what another one recorded before a stage.")
  static final class ForkRun extends Amending {
    @Option(names = "--from", paramLabel = "STAGE", required = true, description = STAGE)
    private String stage = "";

    ForkRun(Session session) {
      super(session);
    }

    @Override
    String amend(RunAmendments amendments, RunHistory history) {
      Fork fork = amendments.fork(history, stage);
      return fork.run()
          + " has "
          + fork.checkpoints()
          + " of the "
          + history.checkpoints().size()
          + " checkpoints of "
          + history.run()
          + ". Start the program again as before: it resumes the new run, from "
          + stage
          + ".";
    }
  }
}
