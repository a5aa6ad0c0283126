package dev.cairn.core.event.jfr;

import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.event.CairnEvent.CallFailed;
import dev.cairn.core.event.CairnEvent.CallRestored;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.ResultReturned;
import dev.cairn.core.event.CairnEvent.RunEnded;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.event.RunTotals;
import dev.cairn.core.model.Checkpoint;
import java.util.Locale;
import java.util.Optional;

/** Gives what happens to the flight recorder, which drops it while nobody records. Thread-safe. */
public final class FlightRecords implements CheckpointListener {
  private FlightRecords() {}

  /** The listener, or nothing in a JVM that was built without a flight recorder. */
  public static Optional<CheckpointListener> ofThisJvm() {
    return ModuleLayer.boot().findModule("jdk.jfr").map(module -> new FlightRecords());
  }

  @Override
  public void on(CairnEvent event) {
    if (event instanceof CallExecuted executed) {
      CallEvent call = of(executed.checkpoint(), "executed", executed.reason());
      call.cairn = executed.saving().toNanos();
      call.commit();
    } else if (event instanceof CallRestored restored) {
      CallEvent call = of(restored.checkpoint(), "restored", restored.reason());
      call.cairn = restored.restoring().toNanos();
      call.commit();
    } else if (event instanceof CallUnprotected unprotected) {
      of("", unprotected.stage(), "unprotected", unprotected.reason()).commit();
    } else if (event instanceof CallFailed failed) {
      of(failed.run().toString(), failed.path().toString(), "failed", failed.failure()).commit();
    } else {
      onRun(event);
    }
  }

  private static void onRun(CairnEvent event) {
    if (event instanceof RunOpened opened) {
      of(opened.run().toString(), opened.resumed() ? "resumed" : "new").commit();
    } else if (event instanceof RunEnded ended) {
      String outcome = ended.outcome().name().toLowerCase(Locale.ROOT);
      ended(of(ended.run().toString(), outcome), ended.totals());
    } else if (event instanceof ResultReturned returned) {
      of(returned.run().toString(), "answered").commit();
    } else if (event instanceof Warning warning) {
      WarningEvent record = new WarningEvent();
      record.text = warning.text();
      record.commit();
    }
  }

  private static void ended(RunEvent run, RunTotals totals) {
    run.executed = totals.executed();
    run.restored = totals.restored();
    run.unprotected = totals.unprotected();
    run.stored = totals.storedBytes();
    run.saving = totals.saving().toNanos();
    run.timeSaved = totals.timeSaved().toNanos();
    run.commit();
  }

  private static RunEvent of(String run, String what) {
    RunEvent event = new RunEvent();
    event.run = run;
    event.what = what;
    return event;
  }

  private static CallEvent of(Checkpoint checkpoint, String outcome, String reason) {
    CallEvent event =
        of(checkpoint.run().toString(), checkpoint.call().path().toString(), outcome, reason);
    event.body = checkpoint.call().took().toNanos();
    event.state = checkpoint.payload().rawBytes();
    event.stored = checkpoint.payload().storedBytes();
    return event;
  }

  private static CallEvent of(String run, String call, String outcome, String reason) {
    CallEvent event = new CallEvent();
    event.run = run;
    event.call = call;
    event.outcome = outcome;
    event.reason = reason;
    return event;
  }
}
