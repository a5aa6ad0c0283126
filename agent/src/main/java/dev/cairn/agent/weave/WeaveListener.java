package dev.cairn.agent.weave;

import dev.cairn.core.model.StageId;

/**
 * Is told what became of methods that the program wants protected. Called while classes are
 * loading, on any thread: it must not load classes of the application, nor block.
 */
public interface WeaveListener {

  /** Calls of this method reach Cairn from now on. */
  void woven(StageId method, WovenMethod as);

  /** Calls of this method run without protection, and why: a clause that follows a colon. */
  void notProtected(String what, String reason);

  /** What was understood but looks like a mistake. */
  void doubtful(StageId method, String remark);
}
