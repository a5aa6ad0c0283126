package dev.cairn.core.log;

import dev.cairn.core.log.owner.Owner;
import java.time.Instant;

/**
 * One process's turn at a run.
 *
 * @param epoch its number: the slot of its claim in the run's log
 * @param owner the process
 * @param since when it opened or claimed the run
 */
public record Attempt(long epoch, Owner owner, Instant since) {}
