package dev.cairn.core.engine.match;

import dev.cairn.core.engine.match.RecordedCalls.Place;

/** What earlier attempts recorded, as calls that begin now ask for it. Thread-safe. */
public interface CallRecords {

  /**
   * Finds the place of a call that begins now, and takes it: the next unused record among equals,
   * else the first number that no equal call has.
   *
   * @param caller what makes the call
   * @param inputsAlone whether the stage depends on its inputs alone, so that its record counts
   *     whatever ran anew before it
   */
  Place take(Caller caller, String stage, String discriminator, boolean inputsAlone);

  /**
   * Declares that a call runs though it has, or may have had, a record: whatever began after that
   * is void from now on.
   */
  void replace(Place place);

  /** Declares void whatever an earlier attempt began after a point. */
  void makeVoidAfter(long began);
}
