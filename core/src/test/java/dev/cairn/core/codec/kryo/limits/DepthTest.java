package dev.cairn.core.codec.kryo.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.Rollback;
import dev.cairn.core.codec.kryo.StageRuns;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Depth costs heap, never stack. */
class DepthTest {
  private static final int LENGTH = 2_000_000;
  private static final int NESTED = 200_000;

  private final StageRuns runs = StageRuns.trusting();

  static final class Link {
    @Nullable Link next;
    int value;
  }

  record Pair(Object left, int right) {}

  private static Link chain() {
    return chain(LENGTH);
  }

  private static Link chain(int length) {
    Link first = new Link();
    Link last = first;
    for (int i = 1; i < length; i++) {
      last.next = new Link();
      last = last.next;
      last.value = i;
    }
    return first;
  }

  @Test
  void aChainOfTwoMillionInputsIsWalkedAndComparedAndChangedAtItsEnd() {
    Link executed = chain();
    WalkedGraph entry = runs.walk(executed);
    end(executed).value = -1;
    EncodedSnapshot snapshot = runs.codec.encode(entry, entry.frame().returning(null));
    Link live = chain();

    runs.decode(snapshot, runs.walk(live)).apply();

    assertThat(end(live).value).isEqualTo(-1);
    assertThat(snapshot.changed()).hasSize(1);
  }

  @Test
  void aNewChainOfTwoMillionIsEncodedAndDecoded() {
    WalkedGraph nothing = runs.walker.walk(StageRuns.frame());
    Frame exit = nothing.frame().returning(chain());
    EncodedSnapshot snapshot = runs.codec.encode(nothing, exit);

    Link restored = (Link) runs.decode(snapshot, nothing).apply();

    int length = 0;
    for (Link link = restored; link != null; link = link.next) {
      assertThat(link.value == length++).isTrue();
    }
    assertThat(length).isEqualTo(LENGTH);
  }

  @Test
  void aChainIsReadBack() {
    isReadBack(LENGTH / 8);
  }

  @Test
  @Tag("nightly")
  void aChainOfTwoMillionIsReadBack() {
    isReadBack(LENGTH);
  }

  /** Every link is changed, so every one is read back. */
  private void isReadBack(int length) {
    Link first = chain(length);
    WalkedGraph entry = runs.walk(first);
    count(first, 1);

    EncodedSnapshot snapshot = runs.encode(entry, first);

    assertThat(snapshot.changed()).hasSize(length);
  }

  @Test
  void aChainOfTwoMillionIsPutBackLinkByLink() {
    Link first = chain();
    Rollback rollback = Rollback.of(runs.walk(first));
    Link last = end(first);
    count(first, 1);
    first.next = null;

    Rollback.Discarded discarded = rollback.putBack();

    assertThat(discarded.paths()).hasSize(10).startsWith("ctx", "ctx.next");
    assertThat(discarded.paths().size() + discarded.more()).isEqualTo(LENGTH);

    assertThat(end(first)).isSameAs(last);
    assertThat(last.value).isEqualTo(LENGTH - 1);
  }

  @Test
  void theLinksOfTwoMillionThatAKeyedCallChangedArePairedByPath() {
    Link executed = chain();
    WalkedGraph entry = runs.walk(executed, "before");
    end(executed).value = -1;
    EncodedSnapshot snapshot = runs.codec.encode(entry, entry.frame().returning(null));
    Link live = chain();
    live.value = 17;

    DecodedSnapshot decoded = runs.decode(snapshot, runs.walk(live, "after"));
    decoded.apply();

    assertThat(decoded.difference()).isEmpty();
    assertThat(end(live).value).isEqualTo(-1);
    assertThat(live.value).isEqualTo(17);
  }

  private static void count(Link first, int by) {
    for (Link link = first; link != null; link = link.next) {
      link.value += by;
    }
  }

  @Test
  void nestedImmutableListsAndRecordsNeedNoStack() {
    Object nested = "innermost";
    for (int i = 0; i < NESTED; i++) {
      nested = i % 2 == 0 ? List.of(nested) : new Pair(nested, i);
    }
    WalkedGraph nothing = runs.walker.walk(StageRuns.frame());
    EncodedSnapshot snapshot = runs.codec.encode(nothing, nothing.frame().returning(nested));

    Object restored = runs.decode(snapshot, nothing).apply();

    int depth = 0;
    while (!"innermost".equals(restored)) {
      restored = restored instanceof Pair pair ? pair.left() : ((List<?>) restored).get(0);
      depth++;
    }
    assertThat(depth).isEqualTo(NESTED);
  }

  private static Link end(Link first) {
    Link last = first;
    while (last.next != null) {
      last = last.next;
    }
    return last;
  }
}
