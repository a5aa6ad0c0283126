package dev.cairn.core.event.jfr;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A run's beginning or end in this process. */
@Name(RunEvent.NAME)
@Label("Run")
@Description("An attempt at a run began or ended")
@Category("Cairn")
@StackTrace(false)
final class RunEvent extends Event {
  static final String NAME = "dev.cairn.Run";

  @Label("Run")
  String run = "";

  @Label("What")
  @Description("new, resumed, complete, failed, fenced, or answered for a run that was complete")
  String what = "";

  @Label("Executed Calls")
  int executed;

  @Label("Restored Calls")
  int restored;

  @Label("Unprotected Calls")
  int unprotected;

  @Label("Stored")
  @DataAmount
  long stored;

  @Label("Saving")
  @Description("How long callers waited for saves")
  @Timespan(Timespan.NANOSECONDS)
  long saving;

  @Label("Time Saved")
  @Timespan(Timespan.NANOSECONDS)
  long timeSaved;
}
