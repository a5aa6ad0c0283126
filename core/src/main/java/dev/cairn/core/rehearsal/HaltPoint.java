package dev.cairn.core.rehearsal;

import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CairnEvent.CallDue;
import dev.cairn.core.event.CairnEvent.CallSeen;
import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.event.CairnEvent.CallUnprotected;

/** Where the JVM of a rehearsal halts. */
@FunctionalInterface
public interface HaltPoint {
  /** Nowhere. */
  HaltPoint NEVER = event -> false;

  /** Whether to halt after this event; asked for each of them, by one thread at a time. */
  boolean isAt(CairnEvent event);

  /** After so many saved calls. */
  static HaltPoint afterSaved(int calls) {
    int[] saved = {0};
    return event ->
        event instanceof CallSeen call && call.how() == How.SAVED && ++saved[0] == calls;
  }

  /** Before the first body that runs, protected or not. */
  static HaltPoint beforeABody() {
    return event -> event instanceof CallDue || event instanceof CallUnprotected;
  }
}
