package dev.cairn.core.event;

/**
 * Is told what happened, after the fact.
 *
 * <p>Called on the thread on which it happened, often the application's own, in the middle of its
 * work: be quick. Several threads may call at once. What a listener throws is counted and reported
 * once; it never reaches the application and never changes what Cairn does.
 *
 * <p>The first one that is a {@link Progress} too is told of long pieces of work while they last.
 */
@FunctionalInterface
public interface CheckpointListener {

  /** Called once for each event. */
  void on(CairnEvent event);
}
