package dev.cairn.core.log;

import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.PayloadFacts;
import dev.cairn.core.model.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a run's log.
 *
 * @param head what every entry has
 * @param body what its kind has
 */
record Entry(Head head, Body body) {

  /**
   * What every entry has.
   *
   * @param run the run
   * @param seq its slot
   * @param entryId unique
   * @param epoch the slot of the claim that it was written under
   * @param link what it follows
   * @param at when it was written
   */
  record Head(RunId run, long seq, String entryId, long epoch, Link link, Instant at) {}

  /**
   * What proves an entry's place in its log.
   *
   * @param after the slot of the last entry that its writer trusted: the one before it, but for a
   *     claim after damage; 0 in the first entry
   * @param prev that entry's hash; zeros in the first entry
   * @param opening the first entry's hash, which ties an entry to its run across damaged ones;
   *     zeros in the first entry
   */
  record Link(long after, String prev, String opening) {
    static final String ZEROS = "0".repeat(64);
    static final Link FIRST = new Link(0, ZEROS, ZEROS);
  }

  /** What an entry's kind has. */
  sealed interface Body {}

  /** The run began, and has its first owner. */
  record Open(OpenFacts facts, Owner owner, Duration silence) implements Body {}

  /** Another attempt owns the run. */
  record Claimed(Owner owner, Duration silence) implements Body {}

  /** A call ended. */
  record Commit(CallFacts call, StoredPayload payload) implements Body {}

  /** The run is complete. */
  record End(Optional<Ended> result, Map<String, String> totals) implements Body {}

  /** What the entry method returned. */
  record Ended(String codec, List<String> classes, StoredPayload payload) {}

  /** A call threw: for people only. */
  record Failed() implements Body {}

  /** The snapshots of these entries are no longer kept. */
  record Forgotten(List<Long> entries) implements Body {}

  /** The run was deleted. */
  record Tomb() implements Body {}

  /**
   * A payload as its entry has it.
   *
   * @param facts what is recorded of it
   * @param inline the stored bytes where they stand in the entry, else empty
   */
  record StoredPayload(PayloadFacts facts, Payload inline) {
    private static final Payload NONE = Payload.of(new byte[0]);

    static StoredPayload inPack(PayloadFacts facts) {
      return new StoredPayload(facts, NONE);
    }

    /** The same without its bytes: what is kept in memory. */
    StoredPayload withoutBytes() {
      return inPack(facts);
    }
  }
}
