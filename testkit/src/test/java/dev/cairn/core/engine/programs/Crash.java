package dev.cairn.core.engine.programs;

/** The end of a simulated process, from the point of view of its threads. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("the process is gone", null, false, false);
  }
}
