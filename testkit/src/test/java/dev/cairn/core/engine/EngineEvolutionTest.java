package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.Restoration;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StagePolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stage's policy makes of state that its recorded classes have not all of. */
class EngineEvolutionTest extends EngineHarness {

  /** Decodes as ever, and says that a field is new. */
  private static SnapshotCodec afterAChange() {
    SnapshotCodec codec = new KryoSnapshotCodec();
    return (SnapshotCodec)
        Proxy.newProxyInstance(
            SnapshotCodec.class.getClassLoader(),
            new Class<?>[] {SnapshotCodec.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(codec, arguments);
                return answer instanceof DecodedSnapshot
                    ? ((Restoration) answer).adapted(List.of("Order.discount is new"))
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void crashAndResume(StagePolicy policy) {
    StageDefinition stage = Woven.stage("make", policy, "x");
    Woven first = process();
    assertThatThrownBy(() -> first.pipeline(NIGHTLY, () -> once(first, stage), "2026"))
        .isInstanceOf(Broken.class);
    Woven second = process(USUAL, storage, afterAChange());
    assertThatThrownBy(() -> second.pipeline(NIGHTLY, () -> once(second, stage), "2026"))
        .isInstanceOf(Broken.class);
  }

  private Object once(Woven woven, StageDefinition stage) {
    woven.stage(stage, executed::incrementAndGet, 1);
    throw new Broken();
  }

  @Test
  void theCallRunsAgainByDefaultAndSaysWhy() {
    crashAndResume(StagePolicy.DEFAULT);

    assertThat(executed).hasValue(2);
    assertThat(reasons())
        .containsExactly("first attempt", "classes of its state changed: Order.discount is new");
  }

  @Test
  void theCallIsRestoredWithAWarningWhereThatIsWanted() {
    crashAndResume(Woven.version("", CodeChangePolicy.WARN));

    assertThat(executed).hasValue(1);
    assertThat(events)
        .filteredOn(Warning.class::isInstance)
        .anyMatch(event -> event.toString().contains("Order.discount is new"));
  }

  @Test
  void aDeclaredVersionStandsForTheClassesToo() {
    crashAndResume(Woven.version("7", CodeChangePolicy.RERUN));

    assertThat(executed).hasValue(1);
    assertThat(restoredStages()).containsExactly("make");
  }

  @Test
  void theCallFailsWhereThatIsWanted() {
    assertThatThrownBy(() -> crashAndResume(Woven.version("", CodeChangePolicy.FAIL)))
        .hasStackTraceContaining(RestoreException.class.getName())
        .hasStackTraceContaining("Order.discount is new");
  }
}
