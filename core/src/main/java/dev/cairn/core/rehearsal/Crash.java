package dev.cairn.core.rehearsal;

import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.rehearsal.Transcript.SeenCall;
import java.util.List;

/**
 * A halt and what came after it.
 *
 * @param after after how many saved calls the command was halted
 * @param halted the start that was halted
 * @param resumed the same command again
 */
public record Crash(int after, Trial halted, Trial resumed) {

  /** The stage of the call after which it was halted. */
  public String stage() {
    List<SeenCall> saved =
        halted.transcript().calls().stream().filter(call -> call.how() == How.SAVED).toList();
    return saved.size() < after ? "" : saved.get(after - 1).stage();
  }

  /** How many calls the resume restored. */
  public int restored() {
    return (int)
        resumed.transcript().calls().stream().filter(call -> call.how() == How.RESTORED).count();
  }
}
