package dev.cairn.cli.amend;

import dev.cairn.cli.command.Answer;
import dev.cairn.cli.command.RunCommand;
import dev.cairn.cli.command.StoreOption;
import dev.cairn.cli.session.Session;
import dev.cairn.core.amend.RunAmendments;
import dev.cairn.core.amend.RunAmendments.Fork;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that write what a person says about a run into its log. */
public final class AmendCommands {
  private static final int WAIT_MILLIS = 200;
  private static final int WAITS = 300;
  private static final String STAGE = "The stage's name, such as Nightly.parse.";

  private AmendCommands() {}

  /**
   * What was done to a run, as JSON.
   *
   * @param run to which
   * @param created the run that was made of it, if one was
   * @param done what, for people
   */
  record Amended(String run, @Nullable String created, String done) {}

  /** What every such command does: open the store for writing, find the run, say what was done. */
  abstract static class Amending extends RunCommand {
    private int waits;

    Amending(Session session) {
      super(session);
    }

    @Override
    protected RunStore opened(StoreOption named) {
      return named.openToWrite(session());
    }

    @Override
    protected Answer answer(RunStore opened, RunHistory history) {
      Amended done = amend(new RunAmendments(opened, this::waits), history);
      return Answer.done(() -> done, () -> say(done.done()));
    }

    /** Says it, and tells what was done. */
    abstract Amended amend(RunAmendments amendments, RunHistory history);

    private boolean waits() {
      if (waits++ == 0) {
        session().warn("waiting: the run's owner may be dead, which takes a while to be certain");
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

  /** What makes no other run. */
  abstract static class Noting extends Amending {
    Noting(Session session) {
      super(session);
    }

    @Override
    final Amended amend(RunAmendments amendments, RunHistory history) {
      return new Amended(history.run().toString(), null, note(amendments, history));
    }

    /** Notes it, and says to people what that means. */
    abstract String note(RunAmendments amendments, RunHistory history);
  }

  /** What is said of the calls of one stage. */
  abstract static class AmendingStage extends Noting {
    @Parameters(index = "1", paramLabel = "STAGE", description = STAGE)
    private String stage = "";

    AmendingStage(Session session) {
      super(session);
    }

    @Override
    final String note(RunAmendments amendments, RunHistory history) {
      return note(amendments, history, stage);
    }

    abstract String note(RunAmendments amendments, RunHistory history, String stage);
  }

  /** Lets recorded calls of a stage count though its code changed. */
  @Command(
      name = "accept-change",
      customSynopsis = "java -jar cairn.jar accept-change RUN STAGE [--store DIR]",
      description = "Lets the recorded calls of a stage count though its code changed.")
  public static final class AcceptChange extends AmendingStage {
    /** The command in a session. */
    public AcceptChange(Session session) {
      super(session);
    }

    @Override
    String note(RunAmendments amendments, RunHistory history, String stage) {
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
  public static final class Invalidate extends AmendingStage {
    /** The command in a session. */
    public Invalidate(Session session) {
      super(session);
    }

    @Override
    String note(RunAmendments amendments, RunHistory history, String stage) {
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
  public static final class Forget extends Noting {
    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "ENTRY",
        description = "Their entries, as `show` lists them.")
    private List<Long> entries = List.of();

    /** The command in a session. */
    public Forget(Session session) {
      super(session);
    }

    @Override
    String note(RunAmendments amendments, RunHistory history) {
      Set<Long> given = Set.copyOf(entries);
      amendments.forget(history, given);
      return "Forgot "
          + given.size()
          + " of the checkpoints of "
          + history.run()
          + (given.size() == 1 ? ": its call runs again." : ": their calls run again.");
    }
  }

  /** Deletes a run. */
  @Command(
      name = "delete",
      customSynopsis = "java -jar cairn.jar delete RUN [--store DIR]",
      description = "Deletes a run with all its checkpoints, for ever.")
  public static final class Delete extends Noting {
    /** The command in a session. */
    public Delete(Session session) {
      super(session);
    }

    @Override
    String note(RunAmendments amendments, RunHistory history) {
      amendments.delete(history);
      return "Deleted "
          + history.run()
          + " with "
          + Amounts.count(history.checkpoints().size(), "checkpoint")
          + "; its number is not used again.";
    }
  }

  /** Makes a new run with what came before a stage. */
  @Command(
      name = "fork",
      customSynopsis = "java -jar cairn.jar fork RUN --from STAGE [--store DIR]",
      description = "Makes a new run with what another one recorded before a stage.")
  public static final class ForkRun extends Amending {
    @Option(names = "--from", paramLabel = "STAGE", required = true, description = STAGE)
    private String stage = "";

    /** The command in a session. */
    public ForkRun(Session session) {
      super(session);
    }

    @Override
    Amended amend(RunAmendments amendments, RunHistory history) {
      Fork fork = amendments.fork(history, stage);
      String done =
          fork.run()
              + " has "
              + fork.checkpoints()
              + " of the "
              + Amounts.count(history.checkpoints().size(), "checkpoint")
              + " of "
              + history.run()
              + ". Start the program again as before: it resumes the new run, from "
              + stage
              + ".";
      return new Amended(history.run().toString(), fork.run().toString(), done);
    }
  }
}
