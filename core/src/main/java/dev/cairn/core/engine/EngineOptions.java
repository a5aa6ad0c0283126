package dev.cairn.core.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * How the engine behaves; the defaults are those of the settings.
 *
 * @param resumeWithin a run whose last entry is older is not resumed but opened anew
 * @param fresh never resume
 * @param resumeRun resume exactly the run of this short name
 * @param runKey replaces the key of every run that is opened
 * @param readBack when a new snapshot is decoded and compared
 * @param failOnSaveError whether a failed save fails the stage
 * @param storeName the store as people know it
 * @param rehearsal whether each call is told of with its inputs before and after it
 */
public record EngineOptions(
    Duration resumeWithin,
    boolean fresh,
    Optional<String> resumeRun,
    Optional<String> runKey,
    ReadBackPolicy readBack,
    boolean failOnSaveError,
    String storeName,
    boolean rehearsal) {

  /** When a new snapshot is decoded and compared with the state it was made from. */
  public enum ReadBackPolicy {
    /** Where it holds a class that no snapshot of this process has proven yet. */
    NEW,
    ALWAYS,
    NEVER
  }
}
