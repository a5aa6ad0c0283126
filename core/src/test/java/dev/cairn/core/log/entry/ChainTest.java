package dev.cairn.core.log.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Logs as no attempt writes them: each stands for a protocol with one rule left out. */
class ChainTest {
  private static final RunFolder FOLDER = new RunFolder(new RunId("p", "0".repeat(32), 1));
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final List<Slot> slots = new ArrayList<>();
  private final Slot.Sound open = put(1, 1, Entry.Link.FIRST, open("a"));

  @Test
  void acceptsALogAsItIsWritten() {
    Slot.Sound claim = put(2, 2, behind(open), claim());
    put(3, 2, behind(claim), commit());

    assertThat(belonging()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void rejectsAnEarlierOwnerThatLookedForTheEndOfTheLogAgain() {
    Slot.Sound claim = put(2, 2, behind(open), claim());
    put(3, 1, behind(claim), commit());

    assertThat(belonging()).containsExactly(1L, 2L);
    assertThat(damaged()).containsExactly(3L);
  }

  @Test
  void rejectsACommitThatGoesBehindAnother() {
    put(2, 1, behind(open), commit());
    put(3, 1, behind(open), commit());

    assertThat(belonging()).containsExactly(1L, 2L);
    assertThat(damaged()).containsExactly(3L);
  }

  @Test
  void letsAClaimGoBehindWhatItCouldNotRead() {
    put(2, 1, behind(open), commit());
    Slot.Sound claim = put(3, 3, behind(open), claim());
    put(4, 3, behind(claim), commit());

    assertThat(belonging()).containsExactly(1L, 3L, 4L);
    assertThat(damaged()).containsExactly(2L);
  }

  @Test
  void rejectsAClaimThatNamesAnotherHash() {
    put(2, 1, behind(open), commit());
    put(3, 3, new Entry.Link(2, "f".repeat(64), open.hash()), claim());

    assertThat(belonging()).containsExactly(1L, 2L);
  }

  @Test
  void rejectsAnEntryOfAnotherRunBehindADamagedOne() {
    slots.add(new Slot.Broken(2, new Damage(2, "x", "y", "z")));
    put(3, 1, new Entry.Link(2, "f".repeat(64), "e".repeat(64)), commit());

    assertThat(belonging()).containsExactly(1L);
    assertThat(damaged()).containsExactly(2L, 3L);
  }

  @Test
  void rejectsWhatFollowsARejectedEntry() {
    put(2, 1, behind(open), commit());
    Slot.Sound stray = put(3, 1, behind(open), commit());
    put(4, 1, behind(stray), commit());

    assertThat(belonging()).containsExactly(1L, 2L);
    assertThat(damaged()).containsExactly(3L, 4L);
  }

  @Test
  void rejectsALogThatBeginsWithoutAnOpening() {
    slots.clear();
    put(1, 1, Entry.Link.FIRST, claim());

    assertThat(belonging()).isEmpty();
    assertThat(damaged()).containsExactly(1L);
  }

  @Test
  void appendsBehindWhatBelongsAndAfterAllThatIsTaken() {
    Slot.Sound second = put(2, 1, behind(open), commit());
    slots.add(new Slot.Broken(3, new Damage(3, "x", "y", "z")));

    Chain chain = Chain.follow(FOLDER, slots);

    assertThat(chain.lastSlot()).isEqualTo(3);
    assertThat(chain.next()).isEqualTo(new Entry.Link(2, second.hash(), open.hash()));
  }

  private List<Long> belonging() {
    return Chain.follow(FOLDER, slots).links().stream().map(Slot::seq).toList();
  }

  private List<Long> damaged() {
    return Chain.follow(FOLDER, slots).damages().stream().map(Damage::seq).toList();
  }

  private Entry.Link behind(Slot.Sound entry) {
    return new Entry.Link(entry.seq(), entry.hash(), open.hash());
  }

  private Slot.Sound put(long seq, long epoch, Entry.Link link, Entry.Body body) {
    Entry.Head head = new Entry.Head(FOLDER.run(), seq, "id" + seq, epoch, link, Instant.EPOCH);
    Entry entry = new Entry(head, body);
    Slot.Sound sound = new Slot.Sound(entry, EntryWriter.line(entry).hash());
    slots.add(sound);
    return sound;
  }

  private static Entry.Body open(String key) {
    OpenFacts facts = new OpenFacts(key, new Fingerprint("0".repeat(64)), "app", Map.of());
    return new Entry.Open(facts, Owner.UNKNOWN, SILENCE);
  }

  private static Entry.Body claim() {
    return new Entry.Claimed(Owner.UNKNOWN, SILENCE);
  }

  // What an entry says beyond its head does not matter here.
  private static Entry.Body commit() {
    return new Entry.End(Optional.empty(), RunEnd.PLAIN);
  }
}
