package dev.cairn.core.log;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.delta.DeltaReader;
import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.log.entry.Slot;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.model.PayloadFacts;
import dev.cairn.core.seal.PackFormat;
import dev.cairn.core.seal.PackInputStream;
import dev.cairn.core.seal.SealedPayload;
import dev.cairn.core.seal.SealedPayload.Expansion;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

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

  /** Stores a payload in full, as far as that happens before its entry is written. */
  Entry.StoredPayload store(RunFolder folder, Payload raw, RunStoreOptions options) {
    return store(folder, SealedPayload.seal(raw, options.compression(), scratch), 0, options);
  }

  /**
   * The same as a delta.
   *
   * @param difference what makes its raw bytes of another checkpoint's
   */
  Entry.StoredPayload store(
      RunFolder folder, Payload raw, Difference difference, RunStoreOptions options) {
    SealedPayload sealed =
        SealedPayload.seal(raw, difference.delta(), options.compression(), scratch);
    return store(folder, sealed, difference.base(), options);
  }

  /** A delta, and the slot of the checkpoint whose raw bytes it needs. */
  record Difference(long base, Payload delta) {}

  private Entry.StoredPayload store(
      RunFolder folder, SealedPayload sealed, long base, RunStoreOptions options) {
    if (sealed.stored().sizeBytes() <= LARGEST_INLINE_BYTES) {
      return new Entry.StoredPayload(facts(sealed, Optional.empty(), base), sealed.stored());
    }
    byte[] salt = new byte[PackFormat.SALT_BYTES];
    options.random().nextBytes(salt);
    Payload pack = PackFormat.pack(sealed.stored(), salt);
    String name = PackFormat.name(pack).hex();
    storage.putIfAbsent(folder.pack(name), pack);
    return Entry.StoredPayload.inPack(facts(sealed, Optional.of(name), base));
  }

  private static PayloadFacts facts(SealedPayload sealed, Optional<String> pack, long base) {
    return new PayloadFacts(
        sealed.rawBytes(),
        sealed.stored().sizeBytes(),
        sealed.compression().id(),
        sealed.digest(),
        pack,
        base);
  }

  /** A checkpoint's raw bytes. */
  Payload load(Checkpoint checkpoint) {
    RunFolder folder = new RunFolder(checkpoint.run());
    Entry entry = entry(folder, checkpoint.seq());
    if (!(entry.body() instanceof Entry.Commit commit)
        || !RunHistory.checkpoint(entry).equals(checkpoint)) {
      throw damaged(
          folder.entry(checkpoint.seq()).path(), "the checkpoint that was listed", "another entry");
    }
    return raw(folder, checkpoint.seq(), commit.payload());
  }

  /** Goes back to the full snapshot that the chain begins with, and from there on to this one. */
  private Payload raw(RunFolder folder, long seq, Entry.StoredPayload payload) {
    Deque<Link> chain = new ArrayDeque<>();
    chain.push(new Link(seq, payload));
    while (chain.element().payload().facts().isDelta()) {
      chain.push(base(folder, seq, chain.element().payload().facts().base()));
    }
    Payload raw = Payload.of(new byte[0]);
    for (Link link : chain) {
      raw = raw(folder, link, raw, seq);
    }
    return raw;
  }

  /** One snapshot of a chain. */
  private record Link(long seq, Entry.StoredPayload payload) {}

  private Link base(RunFolder folder, long wanted, long seq) {
    Entry entry = asBaseOf(folder, wanted, seq, () -> entry(folder, seq));
    if (entry.body() instanceof Entry.Commit commit) {
      return new Link(seq, commit.payload());
    }
    throw damaged(folder.entry(wanted).path(), "a base in entry " + seq, "another entry");
  }

  private Payload raw(RunFolder folder, Link link, Payload base, long wanted) {
    Expansion expansion =
        link.payload().facts().isDelta()
            ? (in, out, bytes) -> DeltaReader.apply(base, in, out, bytes)
            : Expansion.NONE;
    return asBaseOf(folder, wanted, link.seq(), () -> raw(folder, link, expansion));
  }

  private <T> T asBaseOf(RunFolder folder, long wanted, long seq, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DamagedException e) {
      throw seq == wanted ? e : baseDamaged(folder.entry(wanted).path(), seq, e);
    }
  }

  private static DamagedException baseDamaged(String subject, long base, DamagedException e) {
    return new DamagedException(
        subject,
        "Cannot read " + subject + ": its base, entry " + base + ", is damaged: " + e.getMessage(),
        e);
  }

  private Payload raw(RunFolder folder, Link link, Expansion expansion) {
    PayloadFacts facts = link.payload().facts();
    String subject = folder.entry(link.seq()).path();
    return facts.pack().isPresent()
        ? unpacked(folder.pack(facts.pack().get()), facts, expansion)
        : SealedPayload.unseal(link.payload().inline().open(), facts, expansion, subject, scratch);
  }

  /** The raw bytes of the result that an end entry has. */
  Payload loadResult(RunFolder folder, long seq) {
    Entry entry = entry(folder, seq);
    String subject = folder.entry(seq).path();
    if (!(entry.body() instanceof Entry.End end) || end.result().isEmpty()) {
      throw damaged(subject, "the end of the run with a result", "another entry");
    }
    return raw(folder, new Link(seq, end.result().get().payload()), Expansion.NONE);
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

  private Payload unpacked(StorageKey key, PayloadFacts facts, Expansion expansion) {
    Fingerprint name = new Fingerprint(facts.pack().orElseThrow());
    try (StoredObject object = open(key)) {
      PackInputStream pack = new PackInputStream(object.stream(), name);
      return SealedPayload.unseal(pack, facts, expansion, key.path(), scratch);
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
