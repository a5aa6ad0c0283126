package dev.cairn.core.log;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An owner's sign of life. Nothing that matters for safety rests on it: one that is lost, late or
 * damaged costs time.
 *
 * @param tenure whose
 * @param beat counts the signs
 * @param released whether the owner let the run go
 */
record Heartbeat(Tenure tenure, long beat, boolean released) {

  /** Whether it is the sign of that owner, not of an earlier one. */
  boolean isOf(Tenure other) {
    return tenure.epoch() == other.epoch();
  }

  /** What tells it from others. */
  String mark() {
    return tenure.epoch() + "." + beat;
  }

  Payload toPayload() {
    byte[] json =
        Json.object(
            out -> {
              out.writeNumberField("format", EntryWriter.FORMAT);
              out.writeNumberField("epoch", tenure.epoch());
              out.writeNumberField("beat", beat);
              out.writeBooleanField("released", released);
              EntryWriter.writeOwner(out, tenure.owner());
              out.writeNumberField("silenceMillis", tenure.silence().toMillis());
              out.writeStringField("since", tenure.since().toString());
            });
    return HashedLine.of(json).toPayload();
  }

  /** The last sign of life in a run; empty where there is none that can be read. */
  static Optional<Heartbeat> read(Storage storage, RunFolder folder) {
    Optional<StoredObject> stored = storage.get(folder.heartbeat());
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try (StoredObject object = stored.get()) {
      return Optional.of(of(Json.parse(HashedLine.read(object))));
    } catch (MalformedException torn) {
      return Optional.empty();
    } catch (IOException e) {
      throw StoreException.unavailable(
          folder.heartbeat().path(), "Cannot read " + folder.heartbeat(), e);
    }
  }

  private static Heartbeat of(Json json) throws MalformedException {
    Duration silence = Duration.ofMillis(json.number("silenceMillis"));
    Instant since = json.instant("since");
    Tenure tenure = new Tenure(json.number("epoch"), EntryReader.owner(json), silence, since);
    return new Heartbeat(tenure, json.number("beat"), json.flag("released"));
  }
}
