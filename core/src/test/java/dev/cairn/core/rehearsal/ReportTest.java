package dev.cairn.core.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.rehearsal.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static Play first() {
    return Play.uninterrupted().call(How.SAVED, "load", "ctx=0", "ctx.n=0", "->", "ctx.n=1");
  }

  private static Play whole() {
    return first().call(How.SAVED, "sum", "ctx.n=1", "->", "ctx.n=2").end("return value=2");
  }

  private static Play resumed() {
    return Play.uninterrupted().call(How.RESTORED, "load", "ctx=0", "ctx.n=0", "->", "ctx.n=1");
  }

  private static Report report(Play resumed, String... out) {
    Crash crash = new Crash(1, first().trial(), resumed.trial(out));
    return Report.of(whole().trial("2"), whole().trial("2"), List.of(crash));
  }

  private static List<Finding> findings(Report report) {
    return report.findings().stream().map(Report.Counted::finding).toList();
  }

  @Test
  void isEqualWhereEverythingCameBack() {
    Report report =
        report(
            resumed().call(How.SAVED, "sum", "ctx.n=1", "->", "ctx.n=2").end("return value=2"),
            "2");

    assertThat(report.isEqual()).as("%s", report).isTrue();
    assertThat(report.stages())
        .containsExactly(
            new Report.StageRow("load", 1, 1, 1, 0), new Report.StageRow("sum", 1, 0, 0, 0));
  }

  @Test
  void findsWhatIsRestoredOtherwise() {
    Play other =
        Play.uninterrupted().call(How.RESTORED, "load", "ctx=0", "ctx.n=0", "->", "ctx.n=7");

    assertThat(findings(report(other.call(How.SAVED, "sum", "ctx.n=7", "->", "ctx.n=8"), "2")))
        .containsExactly(new Finding(Kind.CHANGED_STATE, "load", "ctx.n", ""));
  }

  @Test
  void findsWhatACallLeavesOtherwiseFromEqualInputsAndNotWhatFollowsFromIt() {
    Play other = resumed().call(How.SAVED, "sum", "ctx.n=1", "->", "ctx.n=8").end("return value=2");

    assertThat(findings(report(other, "2")))
        .containsExactly(new Finding(Kind.CHANGED_EFFECT, "sum", "ctx.n", ""));
  }

  @Test
  void findsAnInputThatIsAnotherOneAfterAResume() {
    Play other = resumed().call(How.SAVED, "sum", "ctx.n=5", "->", "ctx.n=6").end("return value=2");

    assertThat(findings(report(other, "2")))
        .containsExactly(new Finding(Kind.CHANGED_INPUT, "sum", "ctx.n", ""));
  }

  @Test
  void findsTheFirstFinishedCallThatRanAgain() {
    Play again =
        Play.uninterrupted()
            .call(How.SAVED, "load", "ctx=0", "ctx.n=0", "->", "ctx.n=1")
            .call(How.SAVED, "sum", "ctx.n=1", "->", "ctx.n=2")
            .end("return value=2");
    Crash late = new Crash(2, whole().trial(), again.trial("2"));

    Report report = Report.of(whole().trial("2"), whole().trial("2"), List.of(late));

    assertThat(findings(report)).containsExactly(new Finding(Kind.RAN_AGAIN, "load", "", "reason"));
  }

  @Test
  void findsCallsThatOneStartMakesAndTheOtherDoesNot() {
    Play fewer = resumed().end("return value=2");
    Play more =
        resumed()
            .call(How.SAVED, "sum", "ctx.n=1", "->", "ctx.n=2")
            .call(How.SAVED, "late", "ctx.n=2", "->", "ctx.n=2")
            .end("return value=2");

    assertThat(findings(report(fewer, "2"))).extracting(Finding::subject).containsExactly("sum");
    assertThat(findings(report(more, "2"))).extracting(Finding::subject).containsExactly("late");
  }

  @Test
  void missesNoCallUnderAParentThatWasRestored() {
    CallPath outer = CallPath.ROOT.child(new CallKey("outer", "f:" + "x", 0));
    Play nested =
        Play.uninterrupted()
            .call(How.SAVED, "r", outer, "inner", "n=1", "->", "n=2")
            .call(How.SAVED, "outer", "n=1", "->", "n=2");
    Play restored = Play.uninterrupted().call(How.RESTORED, "outer", "n=1", "->", "n=2");
    Crash crash = new Crash(2, nested.trial(), restored.trial());

    assertThat(Report.of(nested.trial(), nested.trial(), List.of(crash)).isEqual()).isTrue();
  }

  @Test
  void findsInputsAndKeysThatAreOthersInEveryStart() {
    Play one = Play.uninterrupted().call(How.SAVED, "load", "ctx.at=1", "->", "ctx.n=1");
    Play two = Play.uninterrupted().call(How.SAVED, "load", "ctx.at=2", "->", "ctx.n=1");
    Play otherKey = new Play(HaltPoint.NEVER).open("b", 1);

    assertThat(findings(Report.of(one.trial(), two.trial(), List.of())))
        .containsExactly(new Finding(Kind.VARYING_INPUT, "load", "ctx.at", ""));
    assertThat(findings(Report.of(one.trial(), otherKey.trial(), List.of())))
        .containsExactly(new Finding(Kind.VARYING_KEY, "nightly", "", "key key a"));
  }

  @Test
  void doesNotBlameACrashForWhatVariesByItself() {
    Play one = Play.uninterrupted().call(How.SAVED, "dice", "ctx.n=0", "->", "ctx.n=3");
    Play two = Play.uninterrupted().call(How.SAVED, "dice", "ctx.n=0", "->", "ctx.n=4");
    Play resumed = Play.uninterrupted().call(How.RESTORED, "dice", "ctx.n=0", "->", "ctx.n=4");
    Crash crash = new Crash(1, two.trial(), resumed.trial("took 9 ms, got 4"));

    Report report =
        Report.of(one.trial("took 7 ms, got 3"), two.trial("took 8 ms, got 4"), List.of(crash));

    assertThat(report.isEqual()).as("%s", report).isTrue();
  }

  @Test
  void findsOtherOutputAndAnotherStatus() {
    Trial resumed =
        resumed()
            .call(How.SAVED, "sum", "ctx.n=1", "->", "ctx.n=2")
            .end("return value=2")
            .trial(Trial.NEVER_ENDED, "3");
    Crash crash = new Crash(1, first().trial(), resumed);

    assertThat(findings(Report.of(whole().trial("2"), whole().trial("2"), List.of(crash))))
        .containsExactly(
            new Finding(
                Kind.CHANGED_STATUS,
                "",
                "",
                "it took so long that it was killed instead of status 0"),
            new Finding(Kind.CHANGED_OUTPUT, "", "", "new line: 3"));
  }

  @Test
  void findsARunThatIsNotResumedAndForgivesOneThatWasComplete() {
    Play begun = whole().open("b", 1).call(How.SAVED, "load", "ctx.n=0", "->", "ctx.n=1");
    Play anew =
        new Play(HaltPoint.NEVER)
            .open("a", 2)
            .call(How.SAVED, "load", "ctx=0", "ctx.n=0", "->", "ctx.n=1")
            .call(How.SAVED, "sum", "ctx.n=1", "->", "ctx.n=2")
            .end("return value=2")
            .open("b", 2)
            .call(How.SAVED, "load", "ctx.n=0", "->", "ctx.n=1");
    Crash crash = new Crash(3, begun.trial(), anew.trial());

    assertThat(findings(Report.of(begun.trial(), begun.trial(), List.of(crash))))
        .containsExactly(new Finding(Kind.NOT_RESUMED, "nightly", "", "nightly/bbbbbbbb/1"));
  }
}
