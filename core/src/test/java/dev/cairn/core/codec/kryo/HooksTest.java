package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.AfterRestore;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is called on restored objects, and what happens where it fails. */
class HooksTest {
  private final StageRuns runs = StageRuns.trusting();

  /** Notes the order of its calls. */
  static final class Hooked {
    final String name;
    final List<String> calls;
    @Nullable Hooked inner;
    int value;
    boolean failing;

    Hooked(String name, List<String> calls) {
      this.name = name;
      this.calls = calls;
    }

    @AfterRestore
    void restored() {
      String within = inner == null ? "" : " after " + inner.value;
      FIXTURE.add(name + within);
      if (failing) {
        throw new IllegalStateException("hook");
      }
    }

    static final List<String> FIXTURE = new ArrayList<>();
  }

  @Test
  void hooksAreCalledFromTheInsideOut() {
    Hooked.FIXTURE.clear();

    runs.restored(
        () -> new Hooked("outer", new ArrayList<>()),
        outer -> {
          outer.value = 1;
          outer.inner = new Hooked("inner", outer.calls);
          outer.inner.value = 2;
        });

    assertThat(Hooked.FIXTURE).containsExactly("inner", "outer after 2");
  }

  @Test
  void aHookThatFailsUndoesEverything() {
    Hooked executed = new Hooked("outer", new ArrayList<>());
    WalkedGraph entry = runs.walk(executed);
    executed.value = 1;
    executed.calls.add("called");
    executed.failing = true;
    EncodedSnapshot snapshot = runs.encode(entry, null);
    Hooked live = new Hooked("outer", new ArrayList<>());

    assertThatThrownBy(() -> runs.decode(snapshot, runs.walk(live)).apply())
        .isInstanceOf(CodecException.class)
        .hasRootCauseMessage("hook");
    assertThat(live.value).isZero();
    assertThat(live.failing).isFalse();
    assertThat(live.calls).isEmpty();
  }
}
