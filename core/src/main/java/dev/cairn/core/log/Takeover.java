package dev.cairn.core.log;

import dev.cairn.core.log.entry.Heartbeat;
import dev.cairn.core.log.entry.Tenure;
import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.RunId;
import java.time.Duration;
import java.util.Optional;

/**
 * Judges whether a run may be claimed. A wrong judgement costs an attempt its work, never a
 * checkpoint: who commits is decided by the slots of the log.
 */
final class Takeover {
  private final StoreAccess access;
  private final Heartbeats heartbeats;
  private final Silence silence;

  Takeover(StoreAccess access, Heartbeats heartbeats) {
    this.access = access;
    this.heartbeats = heartbeats;
    this.silence = new Silence(access.options().nanoTime());
  }

  /** The owner that is in the way of a claim, if there is one. */
  Optional<Claim.Owned> ownerOf(RunHistory history) {
    Optional<Heartbeat> sign = Heartbeat.read(access.storage(), history.folder());
    Tenure tenure = tenure(history, sign);
    if (isFree(history, tenure, sign)) {
      silence.forget(history.run());
      return Optional.empty();
    }
    boolean here = tenure.owner().isSameProcessAs(access.self());
    return Optional.of(new Claim.Owned(tenure.owner(), tenure.since(), here, tenure.silence()));
  }

  /** What one look tells of a run's owner. */
  Liveness liveness(RunHistory history) {
    if (history.status() != RunHistory.Status.UNFINISHED) {
      return Liveness.GONE;
    }
    Optional<Heartbeat> sign = Heartbeat.read(access.storage(), history.folder());
    Tenure tenure = tenure(history, sign);
    if (isReleased(tenure, sign) || access.options().host().isGone(tenure.owner())) {
      return Liveness.GONE;
    }
    boolean visible = access.self().isKnown() && access.self().sharesProcessesWith(tenure.owner());
    return visible ? Liveness.ALIVE : Liveness.UNKNOWN;
  }

  private static boolean isReleased(Tenure tenure, Optional<Heartbeat> sign) {
    return sign.filter(last -> last.released() && last.isOf(tenure)).isPresent();
  }

  // Where the log does not tell for damage, the last sign of life does; else only silence counts.
  private Tenure tenure(RunHistory history, Optional<Heartbeat> sign) {
    return Tenure.last(history.chain())
        .or(() -> sign.map(Heartbeat::tenure))
        .orElseGet(
            () -> new Tenure(0, Owner.UNKNOWN, access.options().silence(), history.lastEntryAt()));
  }

  private boolean isFree(RunHistory history, Tenure tenure, Optional<Heartbeat> sign) {
    RunId run = history.run();
    if (tenure.owner().instance().equals(access.self().instance())) {
      return !heartbeats.owns(run);
    }
    return isReleased(tenure, sign)
        || access.options().host().isGone(tenure.owner())
        || isSilent(history, tenure, sign);
  }

  private boolean isSilent(RunHistory history, Tenure tenure, Optional<Heartbeat> sign) {
    String seen = sign.map(Heartbeat::mark).orElse("none") + " " + history.chain().lastSlot();
    Duration silent = silence.after(history.run(), seen);
    return silent.compareTo(tenure.silence()) >= 0;
  }
}
