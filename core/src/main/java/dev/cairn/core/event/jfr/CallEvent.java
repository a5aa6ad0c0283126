package dev.cairn.core.event.jfr;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** One call of a stage, when it is over. */
@Name(CallEvent.NAME)
@Label("Stage Call")
@Description("A call of a stage ended: executed, restored, unprotected or failed")
@Category("Cairn")
@StackTrace(false)
final class CallEvent extends Event {
  static final String NAME = "dev.cairn.Call";

  @Label("Run")
  String run = "";

  @Label("Call")
  @Description("The stage's name and those of the enclosing calls")
  String call = "";

  @Label("Outcome")
  @Description("executed, restored, unprotected or failed")
  String outcome = "";

  @Label("Reason")
  String reason = "";

  @Label("Body")
  @Description("How long the body took, now or when it was recorded")
  @Timespan(Timespan.NANOSECONDS)
  long body;

  @Label("Cairn")
  @Description("How long the caller waited for the save or for the restore")
  @Timespan(Timespan.NANOSECONDS)
  long cairn;

  @Label("State")
  @Description("Size of the snapshot")
  @DataAmount
  long state;

  @Label("Stored")
  @Description("Size of the snapshot in the store")
  @DataAmount
  long stored;
}
