package dev.cairn.core.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.RekeyedTables;
import dev.cairn.core.differential.program.Case;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.ReceiverField;
import dev.cairn.core.graph.hash.ChangeDetector;
import dev.cairn.core.graph.kind.NodeKind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a restore leaves has the fingerprint of what the stage left, and what the stage has not
 * changed is as it was.
 */
class RestoredFingerprintTest {
  private static final int CASES = 1000;

  private final Fingerprints honest = new Fingerprints(Sabotage.NONE);

  @Test
  void aRestoreLeavesWhatTheStageLeftAndTouchesNothingElse() {
    Trial trial = new Trial(Sabotage.NONE);

    assertThat(faults(trial)).isEmpty();
  }

  static Stream<Named<Sabotage>> sabotages() {
    return Saboteurs.ofRestores();
  }

  @ParameterizedTest
  @MethodSource("sabotages")
  void aCodecThatIsWrongInOneWayIsFoundOut(Sabotage sabotage) {
    Trial trial = new Trial(sabotage);

    assertThat(faults(trial).findFirst()).isPresent();
  }

  private Stream<String> faults(Trial trial) {
    return LongStream.range(0, CASES).mapToObj(n -> fault(trial, n)).flatMap(Optional::stream);
  }

  private Optional<String> fault(Trial trial, long number) {
    Case given = Fingerprints.ordinary(number);
    Call executed = new Call(given, trial.frames, null);
    WalkedGraph entry = trial.walker.walk(executed.frame);
    EncodedSnapshot snapshot = trial.encoded(given, executed, entry).snapshot();
    Call fresh = new Call(given, trial.frames, null);
    WalkedGraph live = trial.walker.walk(fresh.frame);
    trial.restored(snapshot, live, fresh);

    WalkedGraph left = honest.walk(executed);
    if (!left.ambiguities().isEmpty()) {
      return Optional.empty();
    }
    if (!left.fingerprint().equals(honest.walk(fresh).fingerprint())) {
      return Optional.of("seed " + given.seed() + ": another fingerprint");
    }
    Set<Integer> changed =
        snapshot.changed().stream()
            .filter(object -> !(object instanceof ReceiverField))
            .map(entry::numberOf)
            .collect(Collectors.toSet());
    Set<Integer> touched = touched(live);
    return touched.equals(changed)
        ? Optional.empty()
        : Optional.of("seed " + given.seed() + ": changed are " + changed + ", touched " + touched);
  }

  /** The objects that are not as a walk found them, and tables whose keys are not. */
  private static Set<Integer> touched(WalkedGraph walked) {
    ChangeDetector changes = walked.changes();
    RekeyedTables tables = new RekeyedTables(walked);
    return IntStream.range(1, walked.size())
        .filter(walked::isState)
        .filter(
            number ->
                !isUnchanged(walked, number, changes) || tables.isRekeyed(walked.object(number)))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static boolean isUnchanged(WalkedGraph walked, int number, ChangeDetector changes) {
    Object object = walked.object(number);
    NodeKind kind = (NodeKind) walked.kinds().of(object.getClass());
    kind.visit(object, changes.begin(number, kind));
    return changes.isUnchanged(number);
  }
}
