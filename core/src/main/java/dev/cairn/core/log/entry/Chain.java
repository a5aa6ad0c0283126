package dev.cairn.core.log.entry;

import dev.cairn.core.model.Damage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which entries of a log belong to it.
 *
 * <p>The first entry belongs. An entry belongs if it names the hash of the last one before it that
 * does; or, where the entry that it names is damaged, if it names the hash of the first entry,
 * which no entry of another run does. A damaged entry is absent and keeps its place, and what is
 * behind it stays of use.
 *
 * <p>A claim may name an earlier entry: those between could not be read when it was written, its
 * attempt worked without them, and so they stay absent even if they can be read again.
 */
public final class Chain {
  private final RunFolder folder;
  private final Map<Long, Slot> slots = new HashMap<>();
  private final List<Slot.Sound> links = new ArrayList<>();
  private final List<Damage> damages = new ArrayList<>();
  private boolean newer;
  private long lastSlot;

  private Chain(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * Follows a log from its first entry.
   *
   * @param slots what was found, in the order of their numbers
   */
  public static Chain follow(RunFolder folder, List<Slot> slots) {
    Chain chain = new Chain(folder);
    slots.forEach(slot -> chain.slots.put(slot.seq(), slot));
    slots.forEach(chain::add);
    return chain;
  }

  private void add(Slot slot) {
    noteGap(slot.seq());
    lastSlot = slot.seq();
    if (slot instanceof Slot.Sound sound) {
      addSound(sound);
    } else if (slot instanceof Slot.Broken broken) {
      damages.add(broken.damage());
    } else if (slot instanceof Slot.Newer later) {
      damages.add(later.damage());
      newer = true;
    }
  }

  private void noteGap(long seq) {
    long missing = seq - lastSlot - 1;
    if (missing > 0) {
      damages.add(damage(lastSlot + 1, "an entry", missing + " missing"));
    }
  }

  private void addSound(Slot.Sound sound) {
    if (belongs(sound)) {
      dropBehind(sound.entry().head().link().after(), sound.seq());
      links.add(sound);
    } else if (!links.isEmpty() || sound.seq() == 1) {
      // Without its first entry the whole log is unreadable; that is said once.
      damages.add(damage(sound.seq(), "an entry that follows the one before", "another log's"));
    }
  }

  private boolean belongs(Slot.Sound sound) {
    Entry.Link link = sound.entry().head().link();
    if (links.isEmpty()) {
      return sound.seq() == 1 && link.equals(Entry.Link.FIRST) && opens(sound);
    }
    return link.opening().equals(links.get(0).hash())
        && follows(link, sound.entry().body() instanceof Entry.Claimed)
        && sound.entry().head().epoch() >= last().entry().head().epoch();
  }

  private boolean follows(Entry.Link link, boolean mayGoBack) {
    long after = link.after();
    if (after > last().seq()) {
      return !isSound(after);
    }
    return (after == last().seq() || mayGoBack) && (isLink(link) || !isSound(after));
  }

  private boolean isLink(Entry.Link link) {
    int at = links.size() - 1;
    while (at > 0 && links.get(at).seq() > link.after()) {
      at--;
    }
    return links.get(at).seq() == link.after() && links.get(at).hash().equals(link.prev());
  }

  private void dropBehind(long after, long claim) {
    while (!links.isEmpty() && last().seq() > after) {
      Slot.Sound dropped = links.remove(links.size() - 1);
      String expected = "an entry that the claim " + claim + " knew";
      damages.add(damage(dropped.seq(), expected, "one that could not be read then"));
    }
  }

  private static boolean opens(Slot.Sound sound) {
    return sound.entry().body() instanceof Entry.Open;
  }

  private boolean isSound(long seq) {
    return slots.get(seq) instanceof Slot.Sound;
  }

  private Damage damage(long seq, String expected, String found) {
    return new Damage(seq, folder.entry(seq).path(), expected, found);
  }

  /** The first entry, if it is there. */
  public Optional<Entry> opening() {
    return links.isEmpty() ? Optional.empty() : Optional.of(links.get(0).entry());
  }

  /** The entries that belong, in order. */
  public List<Slot.Sound> links() {
    return List.copyOf(links);
  }

  /** What is wrong, in order. */
  public List<Damage> damages() {
    return damages.stream().sorted(Comparator.comparingLong(Damage::seq)).toList();
  }

  /** Whether there are entries of a later version. */
  public boolean isNewer() {
    return newer;
  }

  /** The last slot that is taken by anything. */
  public long lastSlot() {
    return lastSlot;
  }

  /** What an entry in the next slot follows. */
  public Entry.Link next() {
    return new Entry.Link(last().seq(), last().hash(), links.get(0).hash());
  }

  private Slot.Sound last() {
    return links.get(links.size() - 1);
  }
}
