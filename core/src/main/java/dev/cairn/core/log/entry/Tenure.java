package dev.cairn.core.log.entry;

import dev.cairn.core.log.owner.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One attempt's ownership of a run.
 *
 * @param epoch the slot of its claim
 * @param owner the process
 * @param silence how long it may give no sign of life
 * @param since when it began
 */
public record Tenure(long epoch, Owner owner, Duration silence, Instant since) {

  /** All that can be read, in order. */
  public static List<Tenure> all(Chain chain) {
    return chain.links().stream().flatMap(link -> of(link.entry())).toList();
  }

  /** The one that an entry began, if it did. */
  public static Stream<Tenure> of(Entry entry) {
    Entry.Head head = entry.head();
    if (entry.body() instanceof Entry.Open open) {
      return Stream.of(new Tenure(head.seq(), open.owner(), open.silence(), head.at()));
    } else if (entry.body() instanceof Entry.Claimed claimed) {
      return Stream.of(new Tenure(head.seq(), claimed.owner(), claimed.silence(), head.at()));
    }
    return Stream.empty();
  }

  /**
   * The last one, if it is certain which that is: neither its claim nor anything at the end of the
   * log is damaged.
   */
  public static Optional<Tenure> last(Chain chain) {
    List<Slot.Sound> links = chain.links();
    if (links.isEmpty()) {
      return Optional.empty();
    }
    Slot.Sound last = links.get(links.size() - 1);
    return last.seq() < chain.lastSlot()
        ? Optional.empty()
        : all(chain).stream()
            .filter(tenure -> tenure.epoch() == last.entry().head().epoch())
            .findFirst();
  }
}
