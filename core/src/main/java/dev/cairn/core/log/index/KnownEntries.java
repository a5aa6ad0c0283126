package dev.cairn.core.log.index;

import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.EntryReader;
import dev.cairn.core.log.entry.EntryWriter;
import dev.cairn.core.log.entry.HashedLine;
import dev.cairn.core.log.entry.MalformedException;
import dev.cairn.core.log.entry.NewerException;
import dev.cairn.core.log.entry.Slot;
import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.Stamp;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of one log that were read, each with the stamp of its object. For one thread. */
public final class KnownEntries {
  private static final int COMMIT = 1;
  private static final int LINE = 2;
  // the end of a run may hold a large result, which is not worth its room
  private static final int LONGEST_LINE = 8 * 1024;

  private final Map<Long, Known> earlier;
  private final Map<Long, Known> seen = new LinkedHashMap<>();
  private int added;

  private record Known(Stamp stamp, Slot.Sound slot) {}

  private KnownEntries(Map<Long, Known> earlier) {
    this.earlier = earlier;
  }

  /** Of a log that nothing is known of. */
  public static KnownEntries none() {
    return new KnownEntries(Map.of());
  }

  /** Of a log that such bytes tell of; what they do not tell is not known. */
  static KnownEntries of(RunId run, ByteBuffer bytes) {
    try {
      return new KnownEntries(read(run, new IndexInput(bytes)));
    } catch (MalformedException
        | NewerException
        | DateTimeException
        | ArithmeticException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | BufferUnderflowException otherForm) {
      return none();
    }
  }

  /** The entry in a slot whose object has this stamp, if it was read when it had. */
  public Optional<Slot> find(long seq, @Nullable Stamp stamp) {
    Known known = earlier.get(seq);
    if (known == null || !known.stamp().equals(stamp)) {
      return Optional.empty();
    }
    seen.put(seq, known);
    return Optional.of(known.slot());
  }

  /** Remembers what was read: sound entries of objects that have a stamp. */
  public Slot add(Slot slot, @Nullable Stamp stamp) {
    if (stamp != null && slot instanceof Slot.Sound sound) {
      seen.put(slot.seq(), new Known(stamp, sound));
      added++;
    }
    return slot;
  }

  /** What was seen by now, for another reading. */
  public KnownEntries again() {
    return new KnownEntries(Map.copyOf(seen));
  }

  /** How many were read that were not known. */
  int added() {
    return added;
  }

  byte[] toBytes() {
    IndexOutput out = new IndexOutput();
    seen.values().forEach(known -> write(known, out));
    return out.toBytes();
  }

  private static void write(Known known, IndexOutput out) {
    if (known.slot().entry().body() instanceof Entry.Commit commit) {
      writeHead(known, out.number(COMMIT));
      CommitForm.write(commit, out);
      return;
    }
    if (known.slot().entry().body() instanceof Entry.Failed) {
      return;
    }
    HashedLine line = EntryWriter.line(known.slot().entry());
    if (line.hash().equals(known.slot().hash()) && line.json().sizeBytes() <= LONGEST_LINE) {
      writeStamp(known.stamp(), out.number(LINE).number(known.slot().seq()));
      out.text(new String(line.json().toBytes(), StandardCharsets.US_ASCII));
    }
  }

  private static void writeStamp(Stamp stamp, IndexOutput out) {
    out.number(stamp.sizeBytes()).number(stamp.changed()).number(stamp.identity());
  }

  private static void writeHead(Known known, IndexOutput out) {
    Entry.Head head = known.slot().entry().head();
    writeStamp(known.stamp(), out.number(head.seq()));
    out.text(known.slot().hash())
        .text(head.entryId())
        .number(head.epoch())
        .number(head.link().after())
        .text(head.link().prev())
        .text(head.link().opening())
        .instant(head.at());
  }

  private static Map<Long, Known> read(RunId run, IndexInput in)
      throws MalformedException, NewerException {
    Map<Long, Known> known = new HashMap<>();
    while (in.hasMore()) {
      boolean commit = in.number() == COMMIT;
      long seq = in.number();
      Stamp stamp = new Stamp(in.number(), in.number(), in.number());
      known.put(seq, new Known(stamp, commit ? commit(run, seq, in) : line(run, seq, in)));
    }
    return known;
  }

  private static Slot.Sound commit(RunId run, long seq, IndexInput in) {
    String hash = in.text();
    String entryId = in.text();
    long epoch = in.number();
    Entry.Link link = new Entry.Link(in.number(), in.text(), in.text());
    Entry.Head head = new Entry.Head(run, seq, entryId, epoch, link, in.instant());
    return new Slot.Sound(new Entry(head, CommitForm.read(in)), hash);
  }

  private static Slot.Sound line(RunId run, long seq, IndexInput in)
      throws MalformedException, NewerException {
    HashedLine line = HashedLine.of(in.text().getBytes(StandardCharsets.US_ASCII));
    return new Slot.Sound(EntryReader.entry(line, run, seq), line.hash());
  }
}
