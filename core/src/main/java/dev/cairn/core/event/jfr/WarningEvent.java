package dev.cairn.core.event.jfr;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Something that a user should know and can change. */
@Name(WarningEvent.NAME)
@Label("Warning")
@Category("Cairn")
@StackTrace(false)
final class WarningEvent extends Event {
  static final String NAME = "dev.cairn.Warning";

  @Label("Text")
  String text = "";
}
