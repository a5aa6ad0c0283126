package dev.cairn.core.engine.match;

import static dev.cairn.core.engine.match.CallFixtures.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.engine.match.RecordedCalls.Later;
import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedCallsTest {
  private static final CallKey PARSE_A = new CallKey("parse", "f:a", 0);
  private static final CallKey PARSE_A_AGAIN = new CallKey("parse", "f:a", 1);
  private static final CallKey PARSE_B = new CallKey("parse", "f:b", 0);
  private static final CallKey LINK = new CallKey("link", "f:l", 0);

  private static RecordedCalls of(Checkpoint... checkpoints) {
    return new RecordedCalls(List.of(checkpoints), c -> true, false);
  }

  private static Place take(RecordedCalls calls, String stage, String discriminator) {
    return calls.take(Caller.at(CallPath.ROOT), stage, discriminator, false);
  }

  @Test
  void usesEachRecordOnce() {
    Checkpoint first = recorded(PARSE_A, 1);
    RecordedCalls calls = of(first);

    assertThat(take(calls, "parse", "f:a").recorded()).isEqualTo(new Place.Match(first));
    assertThat(take(calls, "parse", "f:a").recorded()).isInstanceOf(Place.Nothing.class);
  }

  @Test
  void givesEqualCallsTheirRecordsInRecordedOrder() {
    Checkpoint first = recorded(PARSE_A, 1);
    Checkpoint second = recorded(PARSE_A_AGAIN, 2);
    RecordedCalls calls = of(second, first);

    assertThat(take(calls, "parse", "f:a").recorded()).isEqualTo(new Place.Match(first));
    assertThat(take(calls, "parse", "f:a").recorded()).isEqualTo(new Place.Match(second));
  }

  @Test
  void leavesTheNumberOfAnUnfinishedEqualCallToTheOneThatRuns() {
    RecordedCalls calls = of(recorded(PARSE_A_AGAIN, 2));

    Place restored = take(calls, "parse", "f:a");
    Place executed = take(calls, "parse", "f:a");

    assertThat(restored.path().last().occurrence()).isEqualTo(1);
    assertThat(executed.path().last().occurrence()).isZero();
  }

  @Test
  void keepsThePlaceOfARecordThatCannotBeRead() {
    Checkpoint damaged = recorded(PARSE_A, 1);
    RecordedCalls calls = new RecordedCalls(List.of(damaged), c -> false, false);

    assertThat(take(calls, "parse", "f:a").recorded()).isInstanceOf(Place.Damaged.class);
  }

  /** It may have said that the try around it was put back. */
  @Test
  void doesNotUseARecordInsideACallWhereAnEntryBehindItIsUnreadable() {
    CallPath outer = CallPath.ROOT.child(LINK);
    Checkpoint before = recorded(outer.child(PARSE_A), 1, 1);
    Checkpoint behind = recorded(outer.child(PARSE_B), 3, 1);
    Checkpoint alone = recorded(PARSE_A, 2);
    Later later = new Later(List.of(), List.of(), before.seq() + 1);

    RecordedCalls calls = new RecordedCalls(List.of(before, behind, alone), c -> true, true, later);

    assertThat(calls.standing(before)).isEqualTo(Standing.UNCERTAIN);
    assertThat(calls.take(Caller.at(outer), "parse", "f:a", false).recorded().isNone()).isTrue();
    assertThat(calls.standing(behind)).isEqualTo(Standing.COUNTS);
    assertThat(calls.standing(alone)).isEqualTo(Standing.COUNTS);
  }

  @Test
  void voidsWhatBeganAfterALostRecordMayHave() {
    Checkpoint first = recorded(LINK, 1);
    Checkpoint third = recorded(PARSE_B, 3);
    RecordedCalls calls = new RecordedCalls(List.of(first, third), c -> true, true);

    Place lost = take(calls, "parse", "f:a");
    calls.replace(lost);

    assertThat(lost.recorded()).isInstanceOf(Place.Nothing.class);
    assertThat(lost.replaces()).hasValue(2);
    assertThat(take(calls, "link", "f:l").recorded()).isEqualTo(new Place.Match(first));
    assertThat(take(calls, "parse", "f:b").recorded()).isEqualTo(new Place.Voided(third));
  }

  @Test
  void voidsWhatBeganAfterTheOnlyRecordWithOtherInputsThoughAnEntryIsLostLater() {
    Checkpoint other = recorded(PARSE_A, 1);
    Checkpoint later = recorded(LINK, 2);
    RecordedCalls calls = new RecordedCalls(List.of(other, later), c -> true, true);

    calls.replace(take(calls, "parse", "f:b"));

    assertThat(take(calls, "link", "f:l").recorded()).isEqualTo(new Place.Voided(later));
  }

  @Test
  void voidsWhatBeganAfterAReplacedRecord() {
    Checkpoint replaced = recorded(PARSE_A, 1);
    Checkpoint later = recorded(LINK, 2);
    RecordedCalls calls = of(replaced, later);

    calls.replace(take(calls, "parse", "f:a"));

    assertThat(take(calls, "link", "f:l").recorded()).isEqualTo(new Place.Voided(later));
  }

  @Test
  void keepsTheRecordOfAStageThatDependsOnItsInputsAlone() {
    Checkpoint replaced = recorded(PARSE_A, 1);
    Checkpoint later = recorded(LINK, 2);
    RecordedCalls calls = of(replaced, later);

    calls.replace(take(calls, "parse", "f:a"));

    assertThat(calls.take(Caller.at(CallPath.ROOT), "link", "f:l", true).recorded())
        .isEqualTo(new Place.Match(later));
  }

  @Test
  void remembersWhatAnEarlierAttemptMadeVoid() {
    Checkpoint old = recorded(PARSE_A, 1);
    Checkpoint later = recorded(LINK, 2);
    Checkpoint anew = recorded(CallPath.ROOT.child(PARSE_B), 3, 9, RecordedCalls.voidNote(1));
    RecordedCalls calls = of(old, later, anew);

    assertThat(take(calls, "parse", "f:b").recorded()).isEqualTo(new Place.Match(anew));
    assertThat(take(calls, "link", "f:l").recorded()).isEqualTo(new Place.Voided(later));
  }

  @Test
  void namesTheOnlyRecordOfAStageWithOtherInputsAsReplaced() {
    Checkpoint other = recorded(PARSE_A, 1);
    RecordedCalls calls = of(other);

    Place place = take(calls, "parse", "f:b");

    assertThat(place.recorded()).isEqualTo(new Place.OtherInputs(other, true));
    assertThat(place.replaces()).hasValue(1);
  }

  @Test
  void replacesNothingWhereAStageHasSeveralRecords() {
    RecordedCalls calls = of(recorded(PARSE_A, 1), recorded(PARSE_B, 2));

    assertThat(take(calls, "parse", "f:c").replaces()).isEmpty();
  }

  @Test
  void keepsCallsOfDifferentParentsApart() {
    CallPath parent = CallPath.ROOT.child(LINK);
    RecordedCalls calls = of(recorded(parent.child(PARSE_A), 2, 1));

    assertThat(take(calls, "parse", "f:a").recorded()).isInstanceOf(Place.Nothing.class);
    assertThat(calls.take(Caller.at(parent), "parse", "f:a", false).recorded())
        .isInstanceOf(Place.Match.class);
  }
}
