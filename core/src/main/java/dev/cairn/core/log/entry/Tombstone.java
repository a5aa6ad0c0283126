package dev.cairn.core.log.entry;

import dev.cairn.core.model.Damage;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * The mark of a deletion, {@code TOMB}, as it was found in a run's folder. Whatever is wrong with
 * it, nobody commits to the run any more; but nothing is removed on the word of one that is not the
 * run's own.
 *
 * @param damage what is wrong with it
 */
public record Tombstone(Optional<Damage> damage) {

  /** As it is stored. */
  public static Payload of(RunId run, String entryId, Instant at) {
    return JsonText.line(
            json ->
                json.number("format", EntryWriter.FORMAT)
                    .text("runId", EntryReader.runId(run))
                    .text("entryId", entryId)
                    .text("at", at.toString()))
        .toPayload();
  }

  /** The one in a run's folder, if there still is one. */
  public static Optional<Tombstone> read(Storage storage, RunFolder folder) {
    return storage.get(folder.tomb()).map(object -> new Tombstone(damage(object, folder)));
  }

  private static Optional<Damage> damage(StoredObject object, RunFolder folder) {
    String subject = folder.tomb().path();
    try (object) {
      Json json = Json.parse(HashedLine.read(object));
      EntryReader.requireRun(json, folder.run());
      return Optional.empty();
    } catch (MalformedException e) {
      return Optional.of(e.asDamage(0, subject));
    } catch (IOException e) {
      return Optional.of(new Damage(0, subject, "a readable file", String.valueOf(e.getMessage())));
    }
  }
}
