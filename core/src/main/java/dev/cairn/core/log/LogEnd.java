package dev.cairn.core.log;

import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.entry.Chain;
import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.EntryWriter;
import dev.cairn.core.log.entry.HashedLine;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.log.entry.Slot;
import dev.cairn.core.model.Payload;
import java.util.Optional;

/**
 * The end of a log as one attempt knows it. The next slot is remembered and never looked for again:
 * if it is taken, another attempt has claimed the run. For one thread at a time.
 */
final class LogEnd {
  private final StoreAccess access;
  private final RunFolder folder;

  private long next;
  private long epoch;
  private Entry.Link link;
  // After a write with an unknown outcome nothing is known of the end any more.
  private boolean sure = true;
  private String failure = "";

  private LogEnd(StoreAccess access, RunFolder folder, long next, Entry.Link link) {
    this.access = access;
    this.folder = folder;
    this.next = next;
    this.link = link;
  }

  /** The end of a log without entries. */
  static LogEnd ofNew(StoreAccess access, RunFolder folder) {
    return new LogEnd(access, folder, 1, Entry.Link.FIRST);
  }

  /** The end of a log that was read. */
  static LogEnd after(StoreAccess access, RunHistory history) {
    Chain chain = history.chain();
    return new LogEnd(access, history.folder(), chain.lastSlot() + 1, chain.next());
  }

  /**
   * Appends an entry; durable when this returns.
   *
   * @return what was written, or empty where the slot is taken by another attempt
   */
  Optional<Slot.Sound> append(Entry.Body body) {
    requireSure();
    Entry entry = new Entry(head(begins(body)), body);
    HashedLine line = EntryWriter.line(entry);
    Payload content = line.toPayload();
    requireRoom(content);
    boolean created = put(content);
    return created ? Optional.of(advanced(new Slot.Sound(entry, line.hash()))) : Optional.empty();
  }

  private boolean put(Payload content) {
    sure = false;
    try {
      boolean created = access.storage().putIfAbsent(folder.entry(next), content);
      sure = true;
      return created;
    } catch (StoreException e) {
      failure = String.valueOf(e.getMessage());
      throw e;
    }
  }

  private static boolean begins(Entry.Body body) {
    return body instanceof Entry.Open || body instanceof Entry.Claimed;
  }

  private Entry.Head head(boolean begins) {
    return new Entry.Head(
        folder.run(),
        next,
        StoreAccess.newId(access.options()).toString(),
        begins ? next : epoch,
        link,
        access.options().clock().instant());
  }

  private Slot.Sound advanced(Slot.Sound written) {
    String opening = written.seq() == 1 ? written.hash() : link.opening();
    epoch = written.entry().head().epoch();
    link = new Entry.Link(written.seq(), written.hash(), opening);
    next++;
    return written;
  }

  /** Whether another attempt is seen to have taken the next slot. */
  boolean isTaken() {
    return sure && access.storage().exists(folder.entry(next));
  }

  private void requireSure() {
    if (!sure) {
      throw StoreException.rejected(
          folder.key().path(),
          "Cannot write to "
              + folder.run()
              + ": an earlier write failed and its outcome is not known ("
              + failure
              + "); remove the cause and start the program again, it resumes from what was saved",
          null);
    }
  }

  private void requireRoom(Payload content) {
    if (content.sizeBytes() > HashedLine.LARGEST_BYTES || next > RunFolder.LAST_SLOT) {
      throw StoreException.rejected(
          folder.entry(next).path(),
          "Cannot write to "
              + folder.run()
              + ": expected an entry of at most "
              + HashedLine.LARGEST_BYTES
              + " bytes in a slot up to "
              + RunFolder.LAST_SLOT
              + ", found "
              + content.sizeBytes()
              + " in slot "
              + next
              + "; put less into the metadata of a call",
          null);
    }
  }
}
