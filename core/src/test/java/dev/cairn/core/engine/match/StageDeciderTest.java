package dev.cairn.core.engine.match;

import static dev.cairn.core.engine.match.CallFixtures.CODE;
import static dev.cairn.core.engine.match.CallFixtures.fingerprint;
import static dev.cairn.core.engine.match.CallFixtures.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.model.StagePolicy.Retries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StageDeciderTest {
  private static final Fingerprint OTHER_CODE = fingerprint(8);
  private static final Checkpoint RECORDED = recorded(new CallKey("parse", "f:a", 0), 1);
  private static final Map<String, Fingerprint> INPUTS = RECORDED.call().parts();

  private static StageDefinition stage(CodeChangePolicy onCodeChange) {
    StagePolicy policy = new StagePolicy(onCodeChange, "", false, false, Retries.NONE);
    return new StageDefinition(new StageId("a.B", "parse", "()V"), "parse", List.of(), policy);
  }

  private static Decision decide(
      CodeChangePolicy policy, Fingerprint code, Place.Recorded recorded) {
    return StageDecider.decide(stage(policy), INPUTS, compared(code), recorded);
  }

  private static Function<Checkpoint, CodeVerdict> compared(Fingerprint code) {
    Code now = new Code(code, Map.of(), Optional.empty());
    return recorded -> new RecordedCode(List.of(recorded), List.of()).compare(now, recorded);
  }

  @Test
  void restoresWhatWasRecordedWithTheSameInputsAndCode() {
    Decision decision = decide(CodeChangePolicy.RERUN, CODE, new Place.Match(RECORDED));

    assertThat(decision).isEqualTo(new Decision.Restore(RECORDED, "inputs and code as recorded"));
  }

  @Test
  void followsThePolicyWhereTheCodeChanged() {
    Place.Match match = new Place.Match(RECORDED);

    assertThat(decide(CodeChangePolicy.RERUN, OTHER_CODE, match))
        .isEqualTo(new Decision.Execute("its code changed"));
    assertThat(decide(CodeChangePolicy.WARN, OTHER_CODE, match))
        .isInstanceOf(Decision.Restore.class);
    assertThat(decide(CodeChangePolicy.FAIL, OTHER_CODE, match))
        .isInstanceOf(Decision.Refuse.class);
  }

  @Test
  void executesWhatIsVoidOrDamaged() {
    assertThat(decide(CodeChangePolicy.RERUN, CODE, new Place.Voided(RECORDED)))
        .isInstanceOf(Decision.Execute.class);
    assertThat(decide(CodeChangePolicy.RERUN, CODE, new Place.Damaged(RECORDED)))
        .isEqualTo(new Decision.Execute("its record is damaged"));
  }

  @Test
  void namesTheDeepestPartOfTheInputsThatDiffers() {
    Map<String, Fingerprint> now = Map.of("ctx", fingerprint(5), "ctx.pages", fingerprint(6));

    Decision decision =
        StageDecider.decide(
            stage(CodeChangePolicy.RERUN),
            now,
            compared(CODE),
            new Place.OtherInputs(RECORDED, true));

    assertThat(decision.reason()).isEqualTo("inputs differ: ctx.pages");
  }
}
