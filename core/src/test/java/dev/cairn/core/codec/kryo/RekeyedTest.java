package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.Rollback;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A key that a stage took out, changed and put back: the table knows its hash, and must forget. */
class RekeyedTest {
  private final StageRuns runs = StageRuns.trusting();

  static final class Tag {
    int id;

    Tag(int id) {
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Tag tag && tag.id == id;
    }

    @Override
    public int hashCode() {
      return id * 31;
    }
  }

  static final class Desk {
    final Tag tag = new Tag(1);
    final Map<Tag, String> names = new HashMap<>();
    final Set<Tag> tags = new HashSet<>();

    Desk() {
      names.put(tag, "one");
      tags.add(tag);
    }

    void rename(int id) {
      String name = names.remove(tag);
      tags.remove(tag);
      tag.id = id;
      names.put(tag, Objects.requireNonNull(name));
      tags.add(tag);
    }
  }

  @Test
  void aRestoredTableFindsTheKeyThatChanged() {
    Desk restored = runs.restored(Desk::new, desk -> desk.rename(7));

    assertThat(restored.names.get(new Tag(7))).isEqualTo("one");
    assertThat(restored.tags.contains(new Tag(7))).isTrue();
  }

  @Test
  void aTableThatIsPutBackFindsItsKeysAgain() {
    Desk desk = new Desk();
    Rollback rollback = Rollback.of(runs.walk(desk));
    desk.rename(7);

    rollback.putBack();

    assertThat(desk.names.get(new Tag(1))).isEqualTo("one");
    assertThat(desk.tags.contains(new Tag(1))).isTrue();
  }

  @Test
  void aKeyThatIsMadeOfWhatChangedCounts() {
    record Pair(Tag tag, int n) {}
    Supplier<Map<Pair, String>> inputs =
        () -> new HashMap<>(Map.of(new Pair(new Tag(1), 2), "pair"));

    Map<Pair, String> restored =
        runs.restored(
            inputs,
            map -> {
              Pair pair = map.keySet().iterator().next();
              map.remove(pair);
              pair.tag().id = 7;
              map.put(pair, "pair");
            });

    assertThat(restored.get(new Pair(new Tag(7), 2))).isEqualTo("pair");
  }

  @Test
  void aTableThatLostAKeyWhileNothingElseInItChangedIsLeftAsItIs() {
    Desk restored = runs.restored(Desk::new, desk -> desk.tag.id = 7);

    assertThat(restored.tag.id).isEqualTo(7);
    assertThat(restored.tags).hasSize(1);
    assertThat(restored.tags.contains(new Tag(7))).isFalse();
  }

  @Test
  void aTableThatHadLostAKeyBeforeIsPutBackAsItWas() {
    Desk desk = new Desk();
    desk.tag.id = 7;
    Rollback rollback = Rollback.of(runs.walk(desk));
    desk.tag.id = 9;

    rollback.putBack();

    assertThat(desk.tag.id).isEqualTo(7);
    assertThat(desk.tags.contains(new Tag(7))).isFalse();
  }
}
