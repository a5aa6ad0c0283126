package dev.cairn.core.rehearsal;

import dev.cairn.core.model.CallPath;
import dev.cairn.core.rehearsal.Finding.Kind;
import dev.cairn.core.rehearsal.Transcript.SeenCall;
import dev.cairn.core.rehearsal.Transcript.SeenRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the command differs from itself without any crash: two starts that nothing interrupted,
 * compared. What differs there is no crash's doing. For one thread.
 */
final class Variation {
  private final Pairs pairs;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<String> explained = new HashSet<>();
  private boolean endsVary;
  private final Set<String> varyingLines = new HashSet<>();
  private final Map<String, Integer> surplus = new HashMap<>();

  Variation(Trial reference, Trial control) {
    this.pairs = Pairs.ofWork(reference.transcript(), control.transcript());
    reference.transcript().runs().forEach(this::visit);
    addVaryingLines(reference.out(), control.out());
    addVaryingLines(control.out(), reference.out());
    reference.transcript().calls().forEach(call -> surplus.merge(call.stage(), 1, Integer::sum));
    control.transcript().calls().forEach(call -> surplus.merge(call.stage(), -1, Integer::sum));
  }

  private void visit(SeenRun run) {
    if (pairs.twin(run).isEmpty()) {
      findings.add(new Finding(Kind.VARYING_KEY, run.pipeline(), "", "key " + run.key()));
    } else {
      endsVary = false;
      explained.clear();
      visit(new CallTree(run), CallPath.ROOT);
    }
  }

  private void visit(CallTree tree, CallPath parent) {
    for (SeenCall call : tree.children(parent)) {
      for (String part : ofInputs(call)) {
        if (!endsVary && explained.add(Parts.step(part))) {
          findings.add(new Finding(Kind.VARYING_INPUT, call.stage(), part, ""));
        }
      }
      visit(tree, call.path());
      // a stage may leave what it likes: that is restored, and what follows from it matches; only a
      // crash can tell that from what does not
      endsVary |= ofInputs(call).isEmpty() && !ofEnds(call).isEmpty();
    }
  }

  /** What will never match, crash or not. */
  Set<Finding> findings() {
    return findings;
  }

  /** Whether the key of such a run is another one in each start. */
  boolean variesInKey(SeenRun run) {
    return findings.stream()
        .anyMatch(
            found -> found.kind() == Kind.VARYING_KEY && found.subject().equals(run.pipeline()));
  }

  /** The parts of a reference call's inputs that differ from start to start. */
  Set<String> ofInputs(SeenCall call) {
    return pairs
        .twin(call)
        .map(twin -> Set.copyOf(Parts.different(call.before(), twin.before())))
        .orElse(Set.of());
  }

  /** The parts that differ at a reference call's end. */
  Set<String> ofEnds(SeenCall call) {
    return pairs
        .twin(call)
        .map(twin -> Set.copyOf(Parts.different(call.after(), twin.after())))
        .orElse(Set.of());
  }

  /** The parts that differ at the end of a run of the reference. */
  Set<String> ofEnd(SeenRun run) {
    return pairs
        .twin(run)
        .filter(twin -> run.end().isPresent() && twin.end().isPresent())
        .map(twin -> Set.copyOf(Parts.different(run.end().orElseThrow(), twin.end().orElseThrow())))
        .orElse(Set.of());
  }

  /** Whether each start makes as many calls of a stage. */
  boolean isStable(String stage) {
    return surplus.getOrDefault(stage, 0) == 0;
  }

  private void addVaryingLines(List<String> lines, List<String> others) {
    Set<String> known = new HashSet<>(others);
    lines.stream()
        .filter(line -> !known.contains(line))
        .map(Variation::shape)
        .forEach(varyingLines::add);
  }

  /** Whether a line looks like one that differs from start to start: its digits do not count. */
  boolean variesInOutput(String line) {
    return varyingLines.contains(shape(line));
  }

  private static String shape(String line) {
    return line.replaceAll("[0-9a-fA-F]*[0-9][0-9a-fA-F]*", "#");
  }
}
