package dev.cairn.core.log;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.log.Snapshots.Difference;
import dev.cairn.core.log.delta.DeltaWriter;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import java.util.Optional;

/** Makes snapshots into deltas of earlier ones where that is worth it. Thread-safe. */
final class Differences {
  private final Bases bases;
  private final Snapshots snapshots;
  private final RunStoreOptions options;

  Differences(Bases bases, Snapshots snapshots, RunStoreOptions options) {
    this.bases = bases;
    this.snapshots = snapshots;
    this.options = options;
  }

  /** A snapshot as a delta; empty where a full one is better, or the base cannot be had. */
  Optional<Difference> of(Payload raw, Checkpoint base) {
    if (!bases.fits(raw.sizeBytes()) || !bases.mayBeBase(base)) {
      return Optional.empty();
    }
    return raw(base)
        .flatMap(earlier -> DeltaWriter.write(earlier, raw, options.scratch()))
        .map(delta -> new Difference(base.seq(), delta));
  }

  private Optional<Payload> raw(Checkpoint base) {
    Optional<Payload> kept = bases.kept(base);
    return kept.isPresent() ? kept : readBack(base);
  }

  private Optional<Payload> readBack(Checkpoint base) {
    try {
      Payload raw = snapshots.load(base);
      bases.keep(base, raw);
      return Optional.of(raw);
    } catch (DamagedException | StoreException | UnsupportedFormatException e) {
      options
          .warnings()
          .accept("Stores a full snapshot, since its base is lost: " + e.getMessage());
      return Optional.empty();
    }
  }
}
