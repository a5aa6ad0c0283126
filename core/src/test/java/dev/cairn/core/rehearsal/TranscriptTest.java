package dev.cairn.core.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.event.CairnEvent.CallDue;
import dev.cairn.core.event.CairnEvent.CallDue.Differing;
import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.Level;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.rehearsal.Transcript.Due;
import dev.cairn.core.rehearsal.Transcript.SeenCall;
import dev.cairn.core.rehearsal.Transcript.Unprotected;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  @Test
  void readsWhatWasWritten() {
    Play play =
        Play.uninterrupted()
            .call(
                How.SAVED,
                "odd\treason\\n\nof two lines",
                CallPath.ROOT,
                "load",
                "a=1",
                "->",
                "a=2")
            .end("a=2");
    play.writer().on(new CallUnprotected("draw", "no way", Level.WARN));

    Transcript transcript = Transcript.parse(play.text());

    assertThat(transcript.saved()).isEqualTo(1);
    assertThat(transcript.halted()).isFalse();
    assertThat(transcript.unprotected()).containsExactly(new Unprotected("draw", "no way"));
    SeenCall call = transcript.calls().get(0);
    assertThat(call.stage()).isEqualTo("load");
    assertThat(call.reason()).isEqualTo("odd\treason\\n\nof two lines");
    assertThat(call.before()).containsOnlyKeys("a").isNotEqualTo(call.after());
    assertThat(transcript.runs().get(0).end()).contains(call.after());
  }

  @Test
  void haltsAfterTheSavedCallThatWasAskedForAndNotBefore() {
    Play play =
        new Play(HaltPoint.afterSaved(2))
            .open("a", 1)
            .call(How.SAVED, "load", "a=1", "->", "a=2")
            .call(How.RESTORED, "load", "a=1", "->", "a=2")
            .call(How.UNSAVED, "load", "a=1", "->", "a=2");
    assertThat(play.halts()).isZero();

    play.call(How.SAVED, "load", "a=1", "->", "a=2");

    assertThat(play.halts()).isEqualTo(1);
    assertThat(Transcript.parse(play.text()).halted()).isTrue();
  }

  @Test
  void aPlanHaltsBeforeTheFirstBodyAndKeepsInWhatItsInputsDiffer() {
    Play play = new Play(HaltPoint.beforeABody()).open("a", 1);
    play.call(How.RESTORED, "load", "a=1", "->", "a=2");
    assertThat(play.halts()).isZero();

    CallDue due = play.due("parse", new Differing("ctx.day", "\"mon\"", "\"tue\\t\""));

    Transcript transcript = Transcript.parse(play.text());
    assertThat(play.halts()).isEqualTo(1);
    assertThat(transcript.halted()).isTrue();
    assertThat(transcript.runs().get(0).store()).isEqualTo("store");
    assertThat(transcript.due())
        .contains(
            new Due(
                due.run().toString(), due.path(), due.reason(), due.voids(), due.differences()));
  }

  @Test
  void aPlanHaltsBeforeABodyThatIsNotProtected() {
    Play play = new Play(HaltPoint.beforeABody());

    play.writer().on(new CallUnprotected("draw", "no way", Level.DEBUG));

    assertThat(play.halts()).isEqualTo(1);
  }

  @Test
  void leavesOutALastLineThatWasCutOff() {
    String text = Play.uninterrupted().call(How.SAVED, "load", "a=1", "->", "a=2").text();

    Transcript transcript = Transcript.parse(text.substring(0, text.length() - 3));

    assertThat(transcript.calls()).singleElement().satisfies(c -> assertThat(c.after()).isEmpty());
    assertThatThrownBy(() -> Transcript.parse("rnu\tx\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
