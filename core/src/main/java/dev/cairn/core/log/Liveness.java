package dev.cairn.core.log;

/** What one look tells about the owner of a run. */
public enum Liveness {
  /** The process is there and has not let the run go. */
  ALIVE,
  /** The run has no owner: it ended, was let go, or its process is known to be gone. */
  GONE,
  /** The process is on another system, and one look cannot tell. */
  UNKNOWN
}
