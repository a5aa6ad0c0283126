package dev.cairn.agent.weave;

import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.model.StageId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Is told what became of methods that the program wants protected. Called while classes are
 * loading, on any thread: it must not load classes of the application, nor block.
 */
public interface WeaveListener {

  /**
   * Calls of this method reach Cairn from now on.
   *
   * @param inputs finds out what a stage has as inputs, from class files; to be asked before this
   *     returns, and only where somebody wants to know
   */
  void woven(StageId method, WovenMethod as, Supplier<Optional<StageInputs>> inputs);

  /** Calls of this method are left alone, since it does nothing but call that stage. */
  void forwarding(StageId method, StageId stage);

  /** Calls of this method run without protection, and why: a clause that follows a colon. */
  void notProtected(String what, String reason);

  /** What was understood but looks like a mistake. */
  void doubtful(StageId method, String remark);
}
