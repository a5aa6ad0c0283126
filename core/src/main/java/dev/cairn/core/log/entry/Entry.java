package dev.cairn.core.log.entry;

import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.PayloadFacts;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.UndoneTry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry of a run's log.
 *
 * @param head what every entry has
 * @param body what its kind has
 */
public record Entry(Head head, Body body) {

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
  public record Head(RunId run, long seq, String entryId, long epoch, Link link, Instant at) {}

  /**
   * What proves an entry's place in its log.
   *
   * @param after the slot of the last entry that its writer trusted: the one before it, but for a
   *     claim after damage; 0 in the first entry
   * @param prev that entry's hash; zeros in the first entry
   * @param opening the first entry's hash, which ties an entry to its run across damaged ones;
   *     zeros in the first entry
   */
  public record Link(long after, String prev, String opening) {
    static final String ZEROS = "0".repeat(64);
    public static final Link FIRST = new Link(0, ZEROS, ZEROS);
  }

  /** What an entry's kind has. */
  public sealed interface Body {}

  /** The run began, and has its first owner. */
  public record Open(OpenFacts facts, Owner owner, Duration silence) implements Body {}

  /** Another attempt owns the run. */
  public record Claimed(Owner owner, Duration silence) implements Body {}

  /** A call ended. */
  public record Commit(CallFacts call, StoredPayload payload) implements Body {}

  /** The run is complete. */
  public record End(Optional<Ended> result, RunEnd said) implements Body {}

  /** What the entry method returned. */
  public record Ended(String codec, List<String> classes, StoredPayload payload) {}

  /** A call threw: for people only. */
  public record Failed() implements Body {}

  /** The snapshots of these entries are no longer kept. */
  public record Forgotten(List<Long> entries) implements Body {}

  /** A try was put back; see {@link UndoneTry}. */
  public record Undone(List<Long> entries, OptionalLong voids) implements Body {}

  /** A person said something; see {@link Amendment}. */
  public record Amended(Amendment.Kind kind, String stage, String detail) implements Body {}

  /** The run was deleted. */
  public record Tomb() implements Body {}

  /**
   * A payload as its entry has it.
   *
   * @param facts what is recorded of it
   * @param inline the stored bytes where they stand in the entry, else empty
   */
  public record StoredPayload(PayloadFacts facts, Payload inline) {
    private static final Payload NONE = Payload.of(new byte[0]);

    public static StoredPayload inPack(PayloadFacts facts) {
      return new StoredPayload(facts, NONE);
    }

    /** The same without its bytes: what is kept in memory. */
    public StoredPayload withoutBytes() {
      return inPack(facts);
    }
  }
}
