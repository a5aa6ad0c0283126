package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.testkit.MemoryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Stages that change nothing: what an earlier checkpoint holds is not encoded again. */
class EngineStillnessTest extends EngineHarness {
  private static final StageDefinition LOAD = Woven.stage("load", "archive");
  private static final StageDefinition CHECK = Woven.stage("check", "archive");
  private static final StageDefinition COUNT = Woven.stage("count", "archive");
  private static final StageDefinition FIRST = Woven.stage("first", "archive");

  @Test
  void encodesAnUnchangedStateOnceAndStoresAlmostNothingAfterwards() {
    CountingCodec codec = new CountingCodec(true);
    Woven woven = process(USUAL, storage, codec);

    woven.pipeline(NIGHTLY, checked(woven, new Archive(), 5, false), "2026");

    List<Checkpoint> saved = saved();
    assertThat(codec.encoded.get()).isEqualTo(2); // load, the first check
    assertThat(saved).hasSize(6);
    assertThat(saved.subList(2, 6))
        .allMatch(one -> one.payload().base() == saved.get(1).seq())
        .allMatch(one -> one.payload().storedBytes() < 400)
        .allMatch(one -> one.payload().rawBytes() > 10_000);
  }

  @Test
  void holdsWhatAnEncodingWouldHaveHeld() {
    assertThat(digests(new CountingCodec(true))).isEqualTo(digests(new CountingCodec(false)));
  }

  private List<Fingerprint> digests(CountingCodec codec) {
    events.clear();
    Woven woven = process(USUAL, new MemoryStorage(), codec);
    woven.pipeline(NIGHTLY, checked(woven, new Archive(), 3, false), "2026");
    return saved().stream().map(one -> one.payload().digest()).toList();
  }

  @Test
  void restoresSuchACallAfterACrashBehindEachOfThem() {
    for (int calls = 1; calls <= 6; calls++) {
      MemoryStorage kept = new MemoryStorage();
      Woven first = process(USUAL, kept, new CountingCodec(true));
      int checks = calls;
      assertThatThrownBy(
              () -> first.pipeline(NIGHTLY, checked(first, new Archive(), checks, true), "2026"))
          .isInstanceOf(Broken.class);
      events.clear();
      executed.set(0);
      Archive archive = new Archive();
      Woven second = process(USUAL, kept, new CountingCodec(true));

      second.pipeline(NIGHTLY, checked(second, archive, 6, false), "2026");

      assertThat(restoredStages()).hasSize(1 + calls);
      assertThat(executed).hasValue(6 - calls);
      assertThat(archive.documents).hasSize(30);
      assertThat(unprotected()).isEmpty();
    }
  }

  @Test
  void keepsResultsThatAreNothingNew() {
    CountingCodec codec = new CountingCodec(true);
    Woven woven = process(USUAL, storage, codec);
    List<Object> results = new ArrayList<>();
    assertThatThrownBy(() -> woven.pipeline(NIGHTLY, asked(woven, results, true), "2026"))
        .isInstanceOf(Broken.class);
    assertThat(codec.encoded.get()).isEqualTo(2 + 1); // load, check; what is new
    List<Object> again = new ArrayList<>();
    events.clear();

    Woven second = process(USUAL, storage, new CountingCodec(true));
    second.pipeline(NIGHTLY, asked(second, again, false), "2026");

    assertThat(restoredStages()).hasSize(5);
    assertThat(again).hasToString(results.toString());
    Archive archive = (Archive) again.get(0);
    assertThat(again.get(2)).isSameAs(archive.documents.get(0));
  }

  private Callable<Object> asked(Woven woven, List<Object> results, boolean failing) {
    return () -> {
      Archive archive = new Archive();
      results.add(archive);
      woven.stage(LOAD, () -> archive.load(30), archive);
      woven.stage(CHECK, () -> check(archive), archive);
      results.add(woven.stage(COUNT, archive.documents::size, archive));
      results.add(woven.stage(FIRST, () -> archive.documents.get(0), archive));
      results.add(
          woven.stage(FIRST, () -> new ArrayList<>(archive.documents.get(1).sentences), archive));
      if (failing) {
        throw new Broken();
      }
      return null;
    };
  }

  @Test
  void encodesWhatChangedBetweenTheCallsOrInThem() {
    CountingCodec codec = new CountingCodec(true);
    Woven woven = process(USUAL, storage, codec);
    Archive archive = new Archive();
    archive.load(30);

    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stage(CHECK, () -> check(archive), archive);
          archive.documents.get(17).score = 2; // by nobody's stage
          woven.stage(CHECK, () -> check(archive), archive);
          woven.stage(CHECK, () -> archive.documents.get(29).words.put("x", 1), archive);
          archive.documents.get(29).words.remove("x");
          woven.stage(CHECK, () -> check(archive), archive);
          archive.documents.set(3, archive.documents.get(4));
          woven.stage(CHECK, () -> check(archive), archive);
          return null;
        },
        "2026");

    // the fourth finds what the second held
    assertThat(codec.encoded.get()).isEqualTo(4);
    assertThat(saved().get(3).payload().base()).isEqualTo(saved().get(1).seq());
  }

  private Callable<Object> checked(Woven woven, Archive archive, int checks, boolean failing) {
    return () -> {
      woven.stage(LOAD, () -> archive.load(30), archive);
      for (int i = 0; i < checks; i++) {
        woven.stage(CHECK, () -> check(archive), archive);
      }
      if (failing) {
        throw new Broken();
      }
      return null;
    };
  }

  private void check(Archive archive) {
    executed.incrementAndGet();
    assertThat(archive.documents).isNotEmpty();
  }

  private List<Checkpoint> saved() {
    return events.stream()
        .filter(CallExecuted.class::isInstance)
        .map(event -> ((CallExecuted) event).checkpoint())
        .toList();
  }
}
