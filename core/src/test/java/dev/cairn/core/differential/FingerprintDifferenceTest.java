package dev.cairn.core.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.differential.program.AppModel.Badge;
import dev.cairn.core.differential.program.AppModel.Node;
import dev.cairn.core.differential.program.Case;
import dev.cairn.core.graph.WalkedGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Equal inputs have equal fingerprints, however they came about; others have others. */
class FingerprintDifferenceTest {
  private static final int HEAPS = 300;
  private static final int MUTATED = 60;

  private final Fingerprints fingerprints = new Fingerprints(Sabotage.NONE);

  @Test
  void theWayAHeapCameAboutMeansNothing() {
    for (int number = 0; number < HEAPS; number++) {
      Case given = Fingerprints.ordinary(number);
      Call call = fingerprints.call(given);
      Refilling.all(call.heap.objects(), number);

      assertThat(fingerprints.of(call))
          .as("seed %d", given.seed())
          .isEqualTo(fingerprints.of(fingerprints.call(given)));
    }
  }

  @Test
  void anotherJvmFindsTheSameFingerprints() throws IOException, InterruptedException {
    List<String> here =
        IntStream.range(0, HEAPS)
            .mapToObj(number -> fingerprints.of(fingerprints.call(Fingerprints.ordinary(number))))
            .toList();

    assertThat(elsewhere(HEAPS)).isEqualTo(here);
  }

  private static List<String> elsewhere(int count) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=3",
                "-cp",
                System.getProperty("java.class.path"),
                Elsewhere.class.getName(),
                Integer.toString(count))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.lines().toList();
  }

  @Test
  void everySingleChangeMakesAnotherFingerprint() {
    Mutations mutations = new Mutations(fingerprints);
    int changes = 0;
    for (int number = 0; number < MUTATED; number++) {
      changes += mutations.check(Fingerprints.ordinary(number));
    }

    assertThat(mutations.faults()).isEmpty();
    assertThat(changes).isGreaterThan(20 * MUTATED);
  }

  @Test
  void aWalkThatIgnoresASlotIsFoundOut() {
    assertThat(faults(Saboteurs.ignoringASlot())).isNotEmpty();
  }

  @Test
  void aWalkThatForgetsAliasesIsFoundOut() {
    assertThat(faults(Saboteurs.forgettingAliases())).isNotEmpty();
  }

  @Test
  void aComparisonThatOverlooksChangesIsFoundOut() {
    assertThat(faults(Saboteurs.overlookingChanges())).isNotEmpty();
  }

  @Test
  void aComparisonThatSeesChangesThatAreNoneIsFoundOut() {
    assertThat(faults(Saboteurs.seeingChangesThatAreNone())).isNotEmpty();
  }

  private static List<String> faults(Sabotage sabotage) {
    Mutations mutations = new Mutations(new Fingerprints(sabotage));
    for (int number = 0; number < MUTATED && mutations.faults().isEmpty(); number++) {
      mutations.check(Fingerprints.ordinary(number));
    }
    return mutations.faults();
  }

  private static Stream<Node> node(Object object) {
    return object instanceof Node node ? Stream.of(node) : Stream.empty();
  }

  /** Makes changes, and holds fingerprints against what differs. */
  private static final class Mutations {
    private final Fingerprints fingerprints;
    private final List<String> faults = new ArrayList<>();

    Mutations(Fingerprints fingerprints) {
      this.fingerprints = fingerprints;
    }

    List<String> faults() {
      return faults;
    }

    /** How many changes there were that make a difference. */
    int check(Case given) {
      Call reference = fingerprints.call(given);
      String expected = fingerprints.of(reference);
      if (!fingerprints.of(fingerprints.call(given)).equals(expected)) {
        faults.add("seed " + given.seed() + ": equal heaps differ");
        return 0;
      }
      share(given, reference);
      int changes = 0;
      for (Mutation mutation : mutations(given, reference)) {
        Call changed = fingerprints.call(given);
        List<Object> objects = objects(reference, changed);
        WalkedGraph before = fingerprints.walk(changed);
        if (!fingerprints.isStill(before)) {
          faults.add("seed " + given.seed() + ": something has changed that has not");
        }
        mutation.apply(objects);
        Optional<String> difference = Call.alike(reference, changed).difference();
        if (difference.isPresent() && fingerprints.isStill(before)) {
          faults.add("seed " + given.seed() + ", " + mutation + " is overlooked: " + difference);
        }
        changes += difference.isPresent() ? 1 : 0;
        if (fingerprints.of(changed).equals(expected) == difference.isPresent()) {
          faults.add("seed " + given.seed() + ", " + mutation + ": " + difference);
        }
      }
      return changes;
    }

    /** Two fields that hold one object, and two that hold one each, both alike. */
    private void share(Case given, Call reference) {
      Call shared = fingerprints.call(given);
      Call apart = fingerprints.call(given);
      List<Node> first = nodes(reference, shared);
      List<Node> second = nodes(reference, apart);
      if (first.size() < 2) {
        return;
      }
      Badge badge = new Badge(1);
      for (int i = 0; i < 2; i++) {
        first.get(i).any = badge;
        second.get(i).any = new Badge(1);
      }
      boolean alike = Call.alike(shared, apart).difference().isEmpty();
      if (alike != fingerprints.of(shared).equals(fingerprints.of(apart))) {
        faults.add("seed " + given.seed() + ": an alias is a copy");
      }
    }

    private static List<Node> nodes(Call reference, Call call) {
      List<Object> objects = objects(reference, call);
      Set<Object> seen = call.seen();
      return objects.stream()
          .filter(seen::contains)
          .flatMap(FingerprintDifferenceTest::node)
          .toList();
    }

    private List<Mutation> mutations(Case given, Call reference) {
      Twins twins = Call.paired(reference, fingerprints.call(given));
      assertThat(twins.difference()).isEmpty();
      return Mutation.all(twins.first(), reference.seen());
    }

    /** Those of a heap, in the order of the reference. */
    private static List<Object> objects(Call reference, Call call) {
      Twins twins = Call.paired(reference, call);
      assertThat(twins.difference()).isEmpty();
      return twins.second();
    }
  }
}
