package dev.cairn.core.log.entry;

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
public record Heartbeat(Tenure tenure, long beat, boolean released) {

  /** Whether it is the sign of that owner, not of an earlier one. */
  public boolean isOf(Tenure other) {
    return tenure.epoch() == other.epoch();
  }

  /** What tells it from others. */
  public String mark() {
    return tenure.epoch() + "." + beat;
  }

  /** As it is stored. */
  public Payload toPayload() {
    return JsonText.line(this::write).toPayload();
  }

  private void write(JsonText json) {
    json.number("format", EntryWriter.FORMAT)
        .number("epoch", tenure.epoch())
        .number("beat", beat)
        .flag("released", released);
    EntryWriter.writeOwner(json, tenure.owner());
    json.number("silenceMillis", tenure.silence().toMillis())
        .text("since", tenure.since().toString());
  }

  /** The last sign of life in a run; empty where there is none that can be read. */
  public static Optional<Heartbeat> read(Storage storage, RunFolder folder) {
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
