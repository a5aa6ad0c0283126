package dev.cairn.cli.rehearse;

import dev.cairn.core.config.Rehearsal;
import dev.cairn.core.event.Amounts;
import dev.cairn.core.rehearsal.Crash;
import dev.cairn.core.rehearsal.Report;
import dev.cairn.core.rehearsal.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts a command twice without interruption, then once for each crash up to its halt and once
 * more to its end, each crash in a store of its own. For one thread.
 */
final class Rehearsing {
  private static final Duration UNLIMITED = Duration.ofDays(365);
  private static final Duration LEAST_PATIENCE = Duration.ofMinutes(1);
  private static final int TIMES_AS_LONG = 10;

  private final Program program;
  private final Scratch scratch;
  private final Progress progress;

  Rehearsing(Program program, Scratch scratch, Progress progress) {
    this.program = program;
    this.scratch = scratch;
    this.progress = progress;
  }

  /**
   * Rehearses.
   *
   * @param atMost how many crashes at most; they are spread evenly over the calls
   * @throws CannotRehearseException if the command fails by itself or saves no call
   */
  Rehearsed rehearse(int atMost) {
    Footprint before = program.footprint();
    Trial reference = uninterrupted("reference");
    List<String> written = program.footprint().since(before);
    int calls = reference.transcript().saved();
    progress.tell(
        Amounts.count(calls, "call")
            + " in "
            + Amounts.duration(reference.took())
            + ", uninterrupted");
    Trial control = uninterrupted("control");
    progress.tell("once more, to see what differs by itself");
    List<Crash> crashes = new ArrayList<>();
    List<Integer> missed = new ArrayList<>();
    List<Integer> points = points(calls, atMost);
    for (int point : points) {
      Optional<Crash> crash = crash(point, patience(reference));
      crash.ifPresentOrElse(crashes::add, () -> missed.add(point));
      progress.tell(line(crash, point, points.indexOf(point) + 1 + " of " + points.size()));
    }
    return new Rehearsed(Report.of(reference, control, crashes), missed, written);
  }

  private Trial uninterrupted(String name) {
    Rehearsal rehearsal = new Rehearsal(scratch.directory(name), name, 0);
    Trial trial = program.run(rehearsal, UNLIMITED);
    if (trial.status() != 0) {
      throw new CannotRehearseException(
          "Cannot rehearse a command that fails by itself: uninterrupted it ended with status "
              + trial.status()
              + ", expected 0; its last lines:"
              + told(rehearsal));
    }
    if (trial.transcript().saved() == 0) {
      throw new CannotRehearseException(
          "Cannot rehearse a command that saves no call: expected a JVM that calls a @Pipeline with"
              + " @Checkpointed stages and takes the agent from JAVA_TOOL_OPTIONS; its last lines:"
              + told(rehearsal));
    }
    scratch.remove(name);
    return trial;
  }

  private String told(Rehearsal rehearsal) {
    List<String> lines = program.lastErrors(rehearsal);
    return lines.isEmpty() ? " none" : "\n" + String.join("\n", lines);
  }

  /** Which calls are followed by a crash: all, or as many as asked, the last among them. */
  static List<Integer> points(int calls, int atMost) {
    int crashes = Math.min(calls, atMost);
    List<Integer> points = new ArrayList<>();
    for (int i = 1; i <= crashes; i++) {
      points.add((int) ((long) calls * i / crashes));
    }
    return points;
  }

  private static Duration patience(Trial reference) {
    return LEAST_PATIENCE.plus(reference.took().multipliedBy(TIMES_AS_LONG));
  }

  /** Empty where the command came to its end before that many calls. */
  private Optional<Crash> crash(int after, Duration patience) {
    String name = "crash-" + after;
    Path directory = scratch.directory(name);
    Trial halted = program.run(new Rehearsal(directory, "halted", after), patience);
    if (!halted.transcript().halted()) {
      return Optional.empty();
    }
    Trial resumed = program.run(new Rehearsal(directory, "resumed", 0), patience);
    scratch.remove(name);
    return Optional.of(new Crash(after, halted, resumed));
  }

  private static String line(Optional<Crash> crash, int point, String count) {
    return crash
        .map(
            done ->
                "crash "
                    + count
                    + ": after call "
                    + point
                    + ", "
                    + done.stage()
                    + "; "
                    + done.restored()
                    + " restored, "
                    + done.resumed().transcript().saved()
                    + " executed in "
                    + Amounts.duration(done.resumed().took()))
        .orElse("crash " + count + ": there was no call " + point + " this time");
  }
}
