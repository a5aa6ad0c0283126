package dev.cairn.core.log;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.log.entry.Slot;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.model.PayloadFacts;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.seal.PackFormat;
import dev.cairn.core.seal.PackInputStream;
import dev.cairn.core.seal.SealedPayload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A run's payloads: small ones for the entry itself, larger ones in packs. */
final class Snapshots {
  /** What is stored in more bytes than these gets a pack. */
  static final int LARGEST_INLINE_BYTES = 64 * 1024;

  private final Storage storage;
  private final Scratch scratch;
  private final LogReader reader;

  Snapshots(Storage storage, Scratch scratch) {
    this.storage = storage;
    this.scratch = scratch;
    this.reader = new LogReader(storage);
  }

  /** Stores a payload as far as that happens before its entry is written. */
  Entry.StoredPayload store(
      RunFolder folder, Payload raw, Compression compression, RandomGenerator random) {
    SealedPayload sealed = SealedPayload.seal(raw, compression, scratch);
    if (sealed.stored().sizeBytes() <= LARGEST_INLINE_BYTES) {
      return new Entry.StoredPayload(facts(sealed, Optional.empty()), sealed.stored());
    }
    byte[] salt = new byte[PackFormat.SALT_BYTES];
    random.nextBytes(salt);
    Payload pack = PackFormat.pack(sealed.stored(), salt);
    String name = PackFormat.name(pack).hex();
    storage.putIfAbsent(folder.pack(name), pack);
    return Entry.StoredPayload.inPack(facts(sealed, Optional.of(name)));
  }

  private static PayloadFacts facts(SealedPayload sealed, Optional<String> pack) {
    return new PayloadFacts(
        sealed.rawBytes(),
        sealed.stored().sizeBytes(),
        sealed.compression().id(),
        sealed.digest(),
        pack);
  }

  /** A checkpoint's raw bytes. */
  Payload load(Checkpoint checkpoint) {
    RunFolder folder = new RunFolder(checkpoint.run());
    Entry entry = entry(folder, checkpoint.seq());
    String subject = folder.entry(checkpoint.seq()).path();
    if (!(entry.body() instanceof Entry.Commit commit)
        || !RunHistory.checkpoint(entry).equals(checkpoint)) {
      throw damaged(subject, "the checkpoint that was listed", "another entry");
    }
    return raw(folder, commit.payload(), subject);
  }

  /** The raw bytes of the result that an end entry has. */
  Payload loadResult(RunFolder folder, long seq) {
    Entry entry = entry(folder, seq);
    String subject = folder.entry(seq).path();
    if (!(entry.body() instanceof Entry.End end) || end.result().isEmpty()) {
      throw damaged(subject, "the end of the run with a result", "another entry");
    }
    return raw(folder, end.result().get().payload(), subject);
  }

  private Entry entry(RunFolder folder, long seq) {
    Slot slot = reader.slot(folder, seq);
    if (slot instanceof Slot.Sound sound) {
      return sound.entry();
    }
    Damage damage =
        slot instanceof Slot.Broken broken ? broken.damage() : ((Slot.Newer) slot).damage();
    throw damaged(damage.subject(), damage.expected(), damage.found());
  }

  private Payload raw(RunFolder folder, Entry.StoredPayload payload, String subject) {
    Optional<String> pack = payload.facts().pack();
    return pack.isPresent()
        ? unpacked(folder.pack(pack.get()), new Fingerprint(pack.get()), payload.facts())
        : SealedPayload.unseal(payload.inline().open(), payload.facts(), subject, scratch);
  }

  private Payload unpacked(StorageKey key, Fingerprint name, PayloadFacts facts) {
    try (StoredObject object = open(key)) {
      PackInputStream pack = new PackInputStream(object.stream(), name);
      return SealedPayload.unseal(pack, facts, key.path(), scratch);
    } catch (IOException e) {
      throw StoreException.unavailable(key.path(), "Cannot read " + key, e);
    }
  }

  private StoredObject open(StorageKey key) {
    return storage.get(key).orElseThrow(() -> damaged(key.path(), "a pack", "none"));
  }

  private static DamagedException damaged(String subject, String expected, String found) {
    return new DamagedException(
        subject, "Cannot read " + subject + ": expected " + expected + ", found " + found);
  }
}
