package dev.cairn.core.codec;

import dev.cairn.core.graph.frame.Frame;

/**
 * A snapshot loaded alone: every object, unchanged and changed and new, as a copy. What was a
 * placeholder is the live object itself. For one thread.
 */
public interface LoadedSnapshot {

  /** How many objects there are. */
  int size();

  /** The object with a number; 0 is the frame. */
  Object object(int number);

  /** The frame with the return value. */
  Frame frame();
}
