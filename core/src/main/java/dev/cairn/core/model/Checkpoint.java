package dev.cairn.core.model;

import java.time.Instant;

/**
 * A committed snapshot: a fact in the run's log, never changed afterwards.
 *
 * @param run the run
 * @param seq its slot in the run's log
 * @param epoch the attempt that committed it: the slot of that attempt's claim
 * @param at when it was committed
 * @param call what was recorded of the call
 * @param payload what was recorded of the snapshot's bytes
 */
public record Checkpoint(
    RunId run, long seq, long epoch, Instant at, CallFacts call, PayloadFacts payload) {}
