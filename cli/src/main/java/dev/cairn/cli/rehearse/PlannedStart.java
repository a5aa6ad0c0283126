package dev.cairn.cli.rehearse;

import dev.cairn.core.config.Rehearsal;
import dev.cairn.core.rehearsal.Transcript;
import dev.cairn.core.rehearsal.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A start of the user's command on the user's own store that restores what it can, writes nothing
 * there, and ends before the first body of a stage that is to run.
 *
 * @param seen what its JVM saw
 */
public record PlannedStart(Transcript seen) {
  private static final Duration UNLIMITED = Duration.ofDays(365);
  private static final String PLAN = "plan";

  /**
   * Starts the command.
   *
   * @throws CannotRehearseException if it cannot be started, or fails before a body is to run
   */
  public static PlannedStart of(List<String> command, Path workingDirectory) {
    try (Backstage backstage = new Backstage(command, workingDirectory)) {
      Rehearsal plan = Rehearsal.plan(backstage.scratch().directory(PLAN));
      Trial trial = backstage.program().run(plan, UNLIMITED);
      if (!trial.transcript().halted() && trial.status() != 0) {
        throw new CannotRehearseException(
            "Cannot plan a command that fails before a stage is to run: it ended with status "
                + trial.status()
                + "; its last lines:\n"
                + String.join("\n", backstage.program().lastErrors(plan)));
      }
      return new PlannedStart(trial.transcript());
    }
  }
}
