package dev.cairn.core.engine.match;

import static dev.cairn.core.engine.match.CallFixtures.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.engine.match.RecordedCalls.Place.Match;
import dev.cairn.core.engine.match.RecordedCalls.Place.Nothing;
import dev.cairn.core.engine.match.RecordedCalls.Place.Voided;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangedCallersTest {
  private static final Caller OLD = new Caller(CallPath.ROOT, Optional.of("0123456789abcdef"));
  private static final Caller NEW = new Caller(CallPath.ROOT, Optional.of("fedcba9876543210"));

  private static Checkpoint made(Caller caller, String stage, long began) {
    return recorded(key(stage), began, caller.note().orElseThrow());
  }

  private static CallKey key(String stage) {
    return new CallKey(stage, "f:1", 0);
  }

  private static ChangedCallers of(Checkpoint... checkpoints) {
    List<Checkpoint> all = List.of(checkpoints);
    return new ChangedCallers(new RecordedCalls(all, c -> true, false), all);
  }

  private static Place call(CallRecords calls, Caller caller, String stage) {
    Place place = calls.take(caller, stage, "f:1", false);
    if (!(place.recorded() instanceof Match)) {
      calls.replace(place);
    }
    return place;
  }

  @Test
  void aStageThatIsNewVoidsWhatComesBehindIt() {
    Checkpoint load = made(OLD, "load", 1);
    Checkpoint parse = made(OLD, "parse", 2);
    Checkpoint link = made(OLD, "link", 3);
    ChangedCallers calls = of(load, parse, link);

    assertThat(call(calls, NEW, "load").recorded()).isEqualTo(new Match(load));
    Place inserted = call(calls, NEW, "clean");
    assertThat(inserted.replaces()).hasValue(1);
    assertThat(((Nothing) inserted.recorded()).reason())
        .contains("the code around it changed since parse was recorded");
    assertThat(call(calls, NEW, "parse").recorded()).isEqualTo(new Voided(parse));
    assertThat(call(calls, NEW, "link").recorded()).isEqualTo(new Voided(link));
  }

  @Test
  void aStageThatIsNotCalledAnyMoreVoidsWhatCameBehindIt() {
    Checkpoint load = made(OLD, "load", 1);
    Checkpoint clean = made(OLD, "clean", 2);
    Checkpoint link = made(OLD, "link", 3);
    Checkpoint print = made(OLD, "print", 4);
    ChangedCallers calls = of(load, clean, link, print);

    assertThat(call(calls, NEW, "load").recorded()).isEqualTo(new Match(load));
    Place behind = call(calls, NEW, "link");
    assertThat(((Voided) behind.recorded()).reason()).contains("does not call clean before it");
    assertThat(behind.replaces()).hasValue(1);
    assertThat(call(calls, NEW, "print").recorded()).isEqualTo(new Voided(print));
    assertThat(call(calls, NEW, "clean").recorded()).isEqualTo(new Voided(clean));
  }

  @Test
  void theSameCallsInTheSameOrderCountThoughTheCodeChanged() {
    ChangedCallers calls = of(made(OLD, "load", 1), made(OLD, "parse", 2));

    assertThat(call(calls, NEW, "load").recorded()).isInstanceOf(Match.class);
    assertThat(call(calls, NEW, "parse").recorded()).isInstanceOf(Match.class);
    assertThat(call(calls, NEW, "print").replaces()).isEmpty();
  }

  @Test
  void nothingIsVoidWhereTheCodeIsTheSameOrNotKnown() {
    for (Caller now : List.of(OLD, Caller.at(CallPath.ROOT))) {
      ChangedCallers calls = of(made(OLD, "load", 1), made(OLD, "parse", 2), made(OLD, "link", 3));

      assertThat(call(calls, now, "clean").replaces()).isEmpty();
      assertThat(call(calls, now, "parse").recorded()).isInstanceOf(Match.class);
    }
    ChangedCallers unnoted = of(recorded(key("load"), 1), recorded(key("parse"), 2));
    assertThat(call(unnoted, NEW, "clean").replaces()).isEmpty();
    assertThat(call(unnoted, NEW, "parse").recorded()).isInstanceOf(Match.class);
  }

  @Test
  void aStageThatDependsOnItsInputsAloneKeepsItsRecord() {
    Checkpoint link = made(OLD, "link", 2);
    ChangedCallers calls = of(made(OLD, "clean", 1), link, made(OLD, "print", 3));

    assertThat(calls.take(NEW, "link", "f:1", true).recorded()).isEqualTo(new Match(link));
    assertThat(call(calls, NEW, "print").recorded()).isInstanceOf(Voided.class);
  }

  @Test
  void onlyTheCallsOfTheSameCallerAreComparedInOrder() {
    CallPath around = CallPath.ROOT.child(key("nightly"));
    Caller changed = new Caller(around, NEW.code());
    Checkpoint inside = recorded(around.child(key("parse")), 2, 1, OLD.note().orElseThrow());
    ChangedCallers calls = of(made(OLD, "load", 1), inside);

    assertThat(call(calls, changed, "clean").replaces()).hasValue(1);
    assertThat(call(calls, changed, "parse").recorded()).isEqualTo(new Voided(inside));
    assertThat(call(calls, OLD, "load").recorded()).isInstanceOf(Match.class);
  }

  @Test
  void aStageWhoseOnlyRecordIsVoidIsNewToTheCodeThatDidNotCallIt() {
    Checkpoint clean = made(OLD, "clean", 1);
    Checkpoint link =
        recorded(
            CallPath.ROOT.child(key("link")),
            3,
            2,
            NEW.note().orElseThrow(),
            RecordedCalls.voidNote(0));
    Caller third = new Caller(CallPath.ROOT, Optional.of("0000000000000000"));
    ChangedCallers calls = of(clean, link);

    assertThat(call(calls, third, "clean").recorded()).isEqualTo(new Voided(clean));
    assertThat(call(calls, third, "link").recorded()).isEqualTo(new Voided(link));
  }

  @Test
  void codeThatCannotBeComparedIsNotKnown() {
    Code unreadable = new Code(CallFixtures.CODE, Map.of(), Optional.of("no class file"));

    assertThat(Caller.of(CallPath.ROOT, unreadable)).isEqualTo(Caller.at(CallPath.ROOT));
    assertThat(Caller.at(CallPath.ROOT).note()).isEmpty();
  }
}
