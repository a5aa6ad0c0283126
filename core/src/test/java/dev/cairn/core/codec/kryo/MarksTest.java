package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.AfterRestore;
import dev.cairn.Saved;
import dev.cairn.Uncompared;
import dev.cairn.Unsaved;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the marks on fields and types mean, and what is never state. */
class MarksTest {
  private final StageRuns runs = StageRuns.trusting();

  @Uncompared
  static final class Stamp {
    long time;

    Stamp(long time) {
      this.time = time;
    }
  }

  @Unsaved
  static class Client {}

  static final class State {
    @Unsaved Object cache = new Object();
    @Uncompared List<Object> trail = new ArrayList<>();
    @Uncompared long startedAt;
    Stamp stamp = new Stamp(0);
    Client client = new Client();
    transient int hash;
    transient Object lazy;
    @Saved transient int kept;
    Object content;
  }

  @Test
  void unsavedFieldsKeepTheirLiveValue() {
    State live = runs.restored(State::new, state -> state.cache = "changed");

    assertThat(live.cache).isNotEqualTo("changed");
  }

  @Test
  void uncomparedFieldsAreRestoredButMakeNoDifference() {
    State one = new State();
    one.startedAt = 1;
    one.trail.add(new Object());
    one.stamp.time = 1;
    State other = new State();
    other.startedAt = 2;
    other.stamp.time = 2;

    WalkedGraph entry = runs.walk(one);
    WalkedGraph live = runs.walk(other);

    assertThat(live.fingerprint()).isEqualTo(entry.fingerprint());
    one.content = one.stamp;
    one.trail.add("seen");
    one.stamp.time = 9;
    runs.decode(runs.encode(entry, null), live).apply();
    assertThat(other.startedAt).isEqualTo(1);
    assertThat(other.trail).hasSize(2).contains("seen");
    assertThat(other.content).isSameAs(other.stamp);
    assertThat(other.stamp.time).isEqualTo(9);
  }

  @Test
  void transientFieldsAreSavedWhereTheyCanBe() {
    State live =
        runs.restored(
            State::new,
            state -> {
              state.hash = 7;
              state.kept = 8;
              state.lazy = new ArrayList<>(List.of("cached"));
            });

    assertThat(live.hash).isEqualTo(7);
    assertThat(live.kept).isEqualTo(8);
    assertThat(live.lazy).isEqualTo(List.of("cached"));
  }

  @Test
  void transientFieldsThatCannotBeSavedStayAsTheyAre() {
    State live =
        runs.restored(
            State::new,
            state -> {
              state.content = "saved";
              state.lazy = List.of(new ByteArrayInputStream(new byte[1]));
            });

    assertThat(live.content).isEqualTo("saved");
    assertThat(live.lazy).isNull();
  }

  @Test
  void onlyTransientFieldsThatAreMarkedSavedMakeADifference() {
    State one = new State();
    one.hash = 1;
    State two = new State();
    two.kept = 1;

    assertThat(runs.walk(one).fingerprint()).isEqualTo(runs.walk(new State()).fingerprint());
    assertThat(runs.walk(two).fingerprint()).isNotEqualTo(runs.walk(new State()).fingerprint());
  }

  @Test
  void infrastructureIsLinkedAgain() {
    State live = runs.restored(State::new, state -> state.content = List.of(state.client));

    assertThat(live.content).isEqualTo(List.of(live.client));
  }

  @Test
  void newInfrastructureIsRefusedWithItsPath() {
    State state = new State();
    WalkedGraph entry = runs.walk(state);
    state.content = new ReentrantLock();

    assertThatThrownBy(() -> runs.encode(entry, null))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("ctx.content: java.util.concurrent.locks.ReentrantLock")
        .hasMessageContaining("a lock")
        .hasMessageContaining("@AfterRestore");
  }

  static final class Guarded {
    ReentrantLock lock;
    int restores;
    Object held = new Object();

    @SuppressWarnings("unused") // Cairn calls it
    @AfterRestore
    private void reopen() {
      lock = new ReentrantLock();
      restores++;
    }
  }

  @Test
  void newInfrastructureIsMadeAgainWhereThereIsAMethodForIt() {
    State live =
        runs.restored(
            State::new,
            state -> {
              Guarded guarded = new Guarded();
              guarded.lock = new ReentrantLock();
              state.content = guarded;
            });

    Guarded guarded = (Guarded) live.content;
    assertThat(guarded.lock).isNotNull();
    assertThat(guarded.restores).isEqualTo(1);
  }

  @Test
  void positionedInputsAreRefusedWithTheirPath() {
    State state = new State();
    InputStream stream = new ByteArrayInputStream(new byte[0]);
    state.content = List.of("a", stream);

    assertThatThrownBy(() -> runs.walk(state))
        .isInstanceOf(UncapturableException.class)
        .hasMessageContaining("ctx.content[1]: java.io.ByteArrayInputStream is a stream")
        .hasMessageContaining("@Unsaved");
    assertThatThrownBy(() -> runs.walk(List.of(1, 2).iterator()))
        .hasMessageContaining("an iterator");
  }

  @Test
  void positionedInputsAreFoundAtAnyDepth() {
    State state = new State();
    state.content = List.of("a", new Held(List.of(new Held(Map.of("in", new Scanner("x"))))));

    assertThatThrownBy(() -> runs.walk(state))
        .hasMessageContaining("ctx.content[1].held[0].held[key]: java.util.Scanner is a reader");

    Iterator<Integer> iterator = new ArrayList<>(List.of(1, 2)).iterator();
    Supplier<Integer> captured = iterator::next;
    state.content = List.of(captured);
    assertThatThrownBy(() -> runs.walk(state))
        .hasMessageContaining("ctx.content[0]")
        .hasMessageContaining("is an iterator");
  }

  record Held(Object held) {}

  @Test
  void positionedFieldsOfTheReceiverAreNamedAndUnsavedLiftsIt() {
    assertThatThrownBy(() -> runs.walker.walk(runs.frameOf(new Reading(), "open")))
        .isInstanceOf(UncapturableException.class)
        .hasMessageContaining("this.lines: java.util.Scanner is a reader");
    assertThat(runs.walker.walk(runs.frameOf(new Reading(), "lifted")).size()).isPositive();
  }

  /** Reads from a field: of one nobody knows the place, of the other the user answers for it. */
  @SuppressWarnings("UnusedVariable") // the stages of a test have to do something
  static final class Reading {
    private final Scanner lines = new Scanner("a b");
    @Unsaved private final List<Scanner> others = List.of(new Scanner("c d"));
    private int count;

    void open() {
      while (lines.hasNext()) {
        count++;
      }
    }

    void lifted() {
      count += others.size();
    }
  }

  @Test
  void inputsBeyondTheLimitAreRefused() {
    Supplier<Object> large = () -> new byte[100_000];
    var walker = new GraphWalker(runs.kinds, 50_000, new SplittableRandom(1));

    assertThatThrownBy(() -> walker.walk(StageRuns.frame(large.get())))
        .isInstanceOf(UncapturableException.class)
        .hasMessageContaining("cairn.state.max")
        .hasMessageContaining("ctx");
  }
}
