package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.FaultyStorage;
import dev.cairn.testkit.FaultyStorage.Fault;
import dev.cairn.testkit.MemoryStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pipelines whose checkpoints are stored as what differs from earlier ones. */
class EngineDeltasTest extends EngineHarness {
  private static final StageDefinition LOAD = Woven.stage("load", "archive");
  private static final StageDefinition SCORE = Woven.stage("score", "archive");
  private static final StageDefinition ITEM = Woven.stage("item", "document");
  private static final StageDefinition AGAIN = Woven.stage("again", "document");
  private static final EngineOptions UNVERIFIED =
      new EngineOptions(
          Duration.ofHours(12),
          false,
          Optional.empty(),
          Optional.empty(),
          ReadBackPolicy.NEW,
          false,
          "memory",
          false);

  @Test
  void storesAHundredthWhereOneRecordInAHundredChangesInPlace() {
    Woven woven = process(UNVERIFIED, storage);
    Archive archive = new Archive();

    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stage(LOAD, () -> archive.load(2_000), archive);
          for (int i = 0; i < 5; i++) {
            woven.stage(SCORE, () -> archive.score(100), archive);
          }
          return null;
        },
        "2026");

    long full = saved().get(0).payload().storedBytes();
    List<Long> changed = saved().stream().skip(2).map(one -> one.payload().storedBytes()).toList();
    assertThat(full).isGreaterThan(500_000);
    assertThat(changed).hasSize(4).allMatch(stored -> stored * 100 <= full);
  }

  @Test
  void comesToTheSameWhereverTheProcessEnds() {
    String expected = String.valueOf(scored(process(), new Archive()));
    FaultyStorage counting = FaultyStorage.counting(new MemoryStorage());
    scored(process(UNVERIFIED, counting), new Archive());
    int calls = counting.calls();
    for (int call = 1; call <= calls; call++) {
      Storage kept = new MemoryStorage();
      dies(FaultyStorage.failingFrom(kept, List.of(Fault.values()).get(call % 3), call));

      Archive archive = new Archive();
      scored(process(UNVERIFIED, kept), archive);

      assertThat(archive).as("after the fault in call %d", call).hasToString(expected);
    }
  }

  private void dies(Storage dying) {
    try {
      scored(process(UNVERIFIED, dying), new Archive());
    } catch (CairnException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static Archive scored(Woven woven, Archive archive) {
    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stage(LOAD, () -> archive.load(40), archive);
          for (int i = 0; i < 3; i++) {
            woven.stage(SCORE, () -> archive.score(10), archive);
          }
          woven.stage(LOAD, () -> archive.load(2), archive);
          return null;
        },
        "2026");
    return archive;
  }

  @Test
  void takesTheCheckpointOfTheSameObjectForABase() {
    Woven woven = process();
    List<Archive> items = new ArrayList<>();
    woven.pipeline(
        NIGHTLY,
        () -> {
          for (int i = 0; i < 4; i++) {
            Archive item = new Archive();
            item.load(20 + i);
            items.add(item);
            woven.stage(ITEM, () -> item.score(3), item);
          }
          items.forEach(item -> woven.stage(AGAIN, () -> item.score(3), item));
          return null;
        },
        "2026");

    List<Checkpoint> saved = saved();
    for (int i = 0; i < 4; i++) {
      assertThat(saved.get(4 + i).payload().base()).isEqualTo(saved.get(i).seq());
    }
  }

  @Test
  void goesOnWithTheDeltasOfAnEarlierAttempt() {
    Woven first = process();
    Archive lost = new Archive();
    assertThatThrownBy(
            () ->
                first.pipeline(
                    NIGHTLY,
                    () -> {
                      first.stage(LOAD, () -> lost.load(40), lost);
                      throw new Broken();
                    },
                    "2026"))
        .isInstanceOf(Broken.class);
    events.clear();

    scored(process(), new Archive());

    assertThat(restoredStages()).containsExactly("load");
    assertThat(saved().get(0).payload().base()).isEqualTo(2);
  }

  @Test
  void writesALittleStateInFull() {
    Woven woven = process();

    woven.pipeline(NIGHTLY, twoStages(woven, false), "2026");

    assertThat(saved()).extracting(one -> one.payload().base()).containsOnly(0L);
  }

  @Test
  void encodesEqualStatesAlike() {
    Woven woven = process(UNVERIFIED, storage, new KryoSnapshotCodec());
    Archive archive = new Archive();
    archive.load(200);

    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stage(LOAD, () -> archive.score(300), archive);
          woven.stage(SCORE, () -> archive.score(300), archive);
          woven.stage(SCORE, () -> archive.score(300), archive);
          return null;
        },
        "2026");

    assertThat(saved()).extracting(one -> one.payload().base()).containsExactly(0L, 2L, 3L);
    assertThat(saved().get(2).payload().storedBytes()).isLessThan(400);
  }

  private List<Checkpoint> saved() {
    return events.stream()
        .filter(CallExecuted.class::isInstance)
        .map(event -> ((CallExecuted) event).checkpoint())
        .toList();
  }
}
