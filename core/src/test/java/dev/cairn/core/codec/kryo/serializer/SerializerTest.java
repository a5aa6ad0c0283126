package dev.cairn.core.codec.kryo.serializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.Rollback;
import dev.cairn.core.codec.kryo.StageRuns;
import dev.cairn.core.codec.kryo.serializer.SerializedTypes.Amount;
import dev.cairn.core.codec.kryo.serializer.SerializedTypes.Buffer;
import dev.cairn.core.codec.kryo.serializer.SerializedTypes.Drawer;
import dev.cairn.core.codec.kryo.serializer.SerializedTypes.Fickle;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.WalkedGraph;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The application's own treatment of a type. */
class SerializerTest {
  private final StageRuns runs = StageRuns.trusting();

  private static Drawer drawer() {
    Drawer drawer = new Drawer();
    drawer.buffer.write("before");
    drawer.shared = drawer.buffer.owners;
    return drawer;
  }

  @Test
  void whatChangesIsWrittenInPlaceAndWhatIsNewIsMade() {
    Drawer restored =
        runs.restored(
            SerializerTest::drawer,
            drawer -> {
              drawer.buffer.write("after the stage");
              drawer.buffer.owners.add("stage");
              drawer.amount = new Amount(1250);
              Buffer fresh = new Buffer();
              fresh.write("new");
              fresh.owners = drawer.buffer.owners;
              drawer.things.add(fresh);
            });

    assertThat(restored.buffer.text()).isEqualTo("after the stage");
    assertThat(restored.buffer.owners).containsExactly("stage").isSameAs(restored.shared);
    Amount amount = Objects.requireNonNull(restored.amount);
    amount.print();
    assertThat(amount.cents).isEqualTo(1250);
    Buffer fresh = (Buffer) restored.things.get(0);
    assertThat(fresh.text()).isEqualTo("new");
    assertThat(fresh.owners).isSameAs(restored.shared);
  }

  @Test
  void theStateIsWhatIsCompared() {
    Drawer one = drawer();
    Drawer other = drawer();
    assertThat(runs.walk(one).fingerprint()).isEqualTo(runs.walk(other).fingerprint());

    other.buffer.write("Before");

    assertThat(runs.walk(one).fingerprint()).isNotEqualTo(runs.walk(other).fingerprint());
  }

  @Test
  void whatWasNotChangedIsNotTouched() {
    Drawer drawer = drawer();
    WalkedGraph entry = runs.walk(drawer);

    assertThat(runs.encode(entry, null).changed()).isEmpty();
  }

  @Test
  void aRollbackPutsTheStateBack() {
    Drawer drawer = drawer();
    Rollback rollback = Rollback.of(runs.walk(drawer));
    drawer.buffer.write("half done");

    rollback.putBack();

    assertThat(drawer.buffer.text()).isEqualTo("before");
  }

  @Test
  void whatCanOnlyBeMadeMustNotChange() {
    Fickle fickle = new Fickle();
    WalkedGraph entry = runs.walk(List.of(fickle));
    fickle.value = 1;

    assertThatThrownBy(() -> runs.encode(entry, null))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("ctx[0]")
        .hasMessageContaining("InPlaceSerializer");
  }

  @Test
  void aSerializerThatThrowsIsNamedAndTheInputsAreRefused() {
    Drawer drawer = drawer();
    drawer.buffer.broken = true;

    assertThatThrownBy(() -> runs.walk(drawer))
        .isInstanceOf(UncapturableException.class)
        .hasMessageContaining("ctx.buffer")
        .hasMessageContaining("BufferSerializer failed: java.lang.IllegalStateException: broken");
  }
}
