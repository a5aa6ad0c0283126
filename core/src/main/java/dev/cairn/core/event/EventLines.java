package dev.cairn.core.event;

import dev.cairn.core.event.CairnEvent.CallDue;
import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.event.CairnEvent.CallFailed;
import dev.cairn.core.event.CairnEvent.CallRestored;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.Detail;
import dev.cairn.core.event.CairnEvent.ResultReturned;
import dev.cairn.core.event.CairnEvent.RunEnded;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.event.CairnEvent.RunsPruned;
import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Events as lines for people. The first word of a call's line is {@code executed}, {@code restored}
 * or {@code unprotected}; scripts may rely on that.
 */
public final class EventLines {
  private static final String SEPARATOR = " · ";

  private EventLines() {}

  /** One line, without its end. */
  public static String line(CairnEvent event) {
    if (event instanceof RunOpened opened) {
      return opened(opened);
    }
    if (event instanceof RunEnded ended) {
      return ended(ended);
    }
    if (event instanceof ResultReturned returned) {
      return "run "
          + returned.run()
          + " is complete since "
          + returned.endedAt()
          + ": its result is returned";
    }
    if (event instanceof RunsPruned pruned) {
      return "pruned "
          + Amounts.count(pruned.runs(), "finished run")
          + " of "
          + pruned.pipeline()
          + SEPARATOR
          + Amounts.size(pruned.storedBytes());
    }
    return callLine(event);
  }

  private static String callLine(CairnEvent event) {
    if (event instanceof CallExecuted executed) {
      return executed(executed);
    }
    if (event instanceof CallRestored restored) {
      return restored(restored);
    }
    if (event instanceof CallUnprotected unprotected) {
      return "unprotected " + unprotected.stage() + SEPARATOR + unprotected.reason();
    }
    if (event instanceof CallFailed failed) {
      return "failed "
          + failed.path()
          + SEPARATOR
          + failed.failure()
          + SEPARATOR
          + failed.consequence();
    }
    return event instanceof CallDue due
        ? "due " + due.path() + SEPARATOR + due.reason()
        : text(event);
  }

  private static String text(CairnEvent event) {
    if (event instanceof Warning warning) {
      return "warning: " + warning.text();
    }
    return event instanceof Detail detail ? detail.text() : event.toString();
  }

  private static String opened(RunOpened opened) {
    String where = "run " + opened.run() + key(opened.keyText()) + " in " + opened.store();
    if (!opened.resumed()) {
      return "new " + where;
    }
    return "resumed "
        + where
        + ", opened "
        + opened.openedAt().truncatedTo(ChronoUnit.SECONDS)
        + ", "
        + Amounts.count(opened.checkpoints(), "finished call")
        + " (start afresh: -Dcairn.fresh=true)"
        + (opened.codeChange().isEmpty()
            ? ""
            : SEPARATOR + "the pipeline's code " + opened.codeChange());
  }

  private static String key(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private static String ended(RunEnded ended) {
    RunTotals totals = ended.totals();
    String outcome =
        switch (ended.outcome()) {
          case COMPLETE -> "complete";
          case FAILED -> "unfinished";
          case FENCED -> "taken over by another process";
        };
    String line =
        "run "
            + ended.run()
            + " "
            + outcome
            + ": "
            + totals.executed()
            + " executed, "
            + totals.restored()
            + " restored, "
            + totals.unprotected()
            + " unprotected"
            + SEPARATOR
            + Amounts.size(totals.storedBytes())
            + " stored, "
            + Amounts.duration(totals.saving())
            + " saving"
            + SEPARATOR
            + timeSaved(totals.timeSaved());
    return ended.remedy().isEmpty() ? line : line + SEPARATOR + ended.remedy();
  }

  private static String executed(CallExecuted executed) {
    Checkpoint checkpoint = executed.checkpoint();
    return "executed "
        + checkpoint.call().path()
        + SEPARATOR
        + executed.reason()
        + tries(checkpoint.call())
        + SEPARATOR
        + Amounts.duration(checkpoint.call().took())
        + SEPARATOR
        + size(checkpoint)
        + " in "
        + Amounts.duration(executed.saving());
  }

  private static String tries(CallFacts call) {
    return call.tries() > 1 ? SEPARATOR + "try " + call.tries() : "";
  }

  private static String restored(CallRestored restored) {
    Checkpoint checkpoint = restored.checkpoint();
    return "restored "
        + checkpoint.call().path()
        + SEPARATOR
        + restored.reason()
        + SEPARATOR
        + Amounts.duration(restored.restoring())
        + " instead of "
        + Amounts.duration(checkpoint.call().took())
        + SEPARATOR
        + size(checkpoint)
        + SEPARATOR
        + timeSaved(restored.timeSaved());
  }

  private static String timeSaved(Duration saved) {
    return (saved.isNegative() ? "time lost " : "time saved ") + Amounts.duration(saved.abs());
  }

  private static String size(Checkpoint checkpoint) {
    return Amounts.size(checkpoint.payload().storedBytes());
  }
}
