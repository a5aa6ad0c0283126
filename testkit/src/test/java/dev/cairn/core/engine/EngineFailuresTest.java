package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.FencedException;
import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.model.StagePolicy.Retries;
import dev.cairn.testkit.FaultyStorage;
import dev.cairn.testkit.FaultyStorage.Fault;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class EngineFailuresTest extends EngineHarness {
  @Test
  void leavesTheObjectsOfAStageThatThrowsAsItLeftThem() {
    Woven woven = process();
    Context context = new Context();

    assertThatThrownBy(() -> woven.pipeline(NIGHTLY, () -> failing(woven, PARSE, context), "2026"))
        .isInstanceOf(Broken.class);

    assertThat(context.lines).containsExactly("parsed");
  }

  private Object failing(Woven woven, StageDefinition stage, Context context) {
    woven.stage(
        stage,
        () -> {
          parse(context);
          throw new Broken();
        },
        context);
    return context;
  }

  @Test
  void putsTheInputsBackBeforeEachFurtherTry() {
    StagePolicy twice =
        new StagePolicy(
            CodeChangePolicy.RERUN, "", false, false, new Retries(2, Duration.ofMillis(1)));
    Woven woven = process();
    Context context = new Context();

    assertThatThrownBy(
            () ->
                woven.pipeline(
                    NIGHTLY,
                    () -> failing(woven, Woven.stage("parse", twice, "ctx"), context),
                    "2026"))
        .isInstanceOf(Broken.class);

    assertThat(executed).hasValue(3);
    assertThat(context.lines).isEmpty();
    assertThat(context.total).isZero();
  }

  @Test
  void keepsTheResultOfAStageWhoseSaveFails() {
    store(storage);
    Woven woven = process(USUAL, FaultyStorage.failingFrom(storage, Fault.REFUSED, 12));
    Context context = new Context();

    woven.pipeline(
        NIGHTLY,
        () -> {
          for (int i = 0; i < 5; i++) {
            woven.stage(PARSE, () -> parse(context), context);
          }
          return context;
        },
        "2026");

    assertThat(context.total).isEqualTo(5);
    assertThat(unprotected()).isNotEmpty();
  }

  @Test
  void saysOfAStageWhoseRunCouldNotBeOpenedThatThisIsWhy() {
    store(storage);
    FaultyStorage counting = FaultyStorage.counting(storage);
    store(counting);
    Woven woven =
        process(USUAL, FaultyStorage.failingFrom(storage, Fault.REFUSED, counting.calls() + 1));

    woven.pipeline(NIGHTLY, twoStages(woven, false), "2026");

    assertThat(executed).hasValue(2);
    assertThat(events.stream().filter(Warning.class::isInstance).map(Object::toString))
        .hasSize(2)
        .allMatch(text -> text.contains("the run of nightly could not be opened"));
  }

  @Test
  void stopsBeforeTheNextBodyWhereTheRunWasTakenOver() {
    Woven first = process(USUAL, new MuteStorage(storage));
    Callable<Object> body =
        () -> {
          Context context = new Context();
          first.stage(PARSE, () -> parse(context), context);
          takeOver();
          first.stage(LINK, () -> link(context), context);
          first.stage(PARSE, () -> parse(context), context);
          return context;
        };

    assertThatThrownBy(() -> first.pipeline(NIGHTLY, body, "2026"))
        .isInstanceOf(FencedException.class);

    assertThat(executed).hasValue(2);
  }

  /** Another process claims the run: this one's heartbeat has stopped reaching the store. */
  private void takeOver() {
    RunStore other = store(storage);
    Claim claim;
    long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    do {
      RunHistory history = other.find(other.runs().get(0)).orElseThrow();
      claim = other.claim(history);
      assertThat(System.nanoTime()).isLessThan(limit);
    } while (!(claim instanceof Claim.Claimed));
  }

  @Test
  void doesNotRobALiveOwner() {
    Woven first = process();
    Woven second = process();
    Callable<Object> body =
        () -> {
          second.pipeline(NIGHTLY, twoStages(second, false), "2026");
          return first.stage(PARSE, executed::incrementAndGet, new Context());
        };

    first.pipeline(NIGHTLY, body, "2026");

    assertThat(unprotected()).singleElement().asString().contains("this process");
    assertThat(reasons()).containsExactly("first attempt");
  }
}
