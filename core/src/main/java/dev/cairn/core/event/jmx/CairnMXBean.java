package dev.cairn.core.event.jmx;

/** What Cairn did in this JVM since it started. Times are in milliseconds, sizes in bytes. */
public interface CairnMXBean {
  /** Calls whose body ran and that were recorded. */
  long getExecutedCalls();

  /** Calls that were restored. */
  long getRestoredCalls();

  /** Calls that ran without a record. */
  long getUnprotectedCalls();

  /** Calls that threw. */
  long getFailedCalls();

  /** Runs that were opened and have not ended. */
  long getOpenRuns();

  /** Warnings, those about calls and the ends of runs not counted. */
  long getWarnings();

  /** The sizes of all snapshots saved. */
  long getSavedStateBytes();

  /** What those snapshots take in the store. */
  long getStoredBytes();

  /** How long callers waited for saves. */
  long getSavingMillis();

  /** How long callers waited for restores. */
  long getRestoringMillis();

  /** How long restored bodies once took, less the time to restore them. */
  long getTimeSavedMillis();

  /** The run that was opened last; empty before the first. */
  String getLastRun();

  /** The last warning; empty before the first. */
  String getLastWarning();
}
