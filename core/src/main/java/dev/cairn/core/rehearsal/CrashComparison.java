package dev.cairn.core.rehearsal;

import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.rehearsal.Finding.Kind;
import dev.cairn.core.rehearsal.Transcript.SeenCall;
import dev.cairn.core.rehearsal.Transcript.SeenRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what a start saw after a crash with what it should have seen: of calls that had ended
 * before the crash with the start that crashed, else with the start that nothing interrupted.
 *
 * <p>Of what differs only the first is told: a later part of the same name follows from it. For one
 * thread, once.
 */
final class CrashComparison {
  private final Variation variation;
  private final Pairs toReference;
  private final Pairs toHalted;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<String> explained = new HashSet<>();
  private boolean mismatched;

  private CrashComparison(Variation variation, Pairs toReference, Pairs toHalted) {
    this.variation = variation;
    this.toReference = toReference;
    this.toHalted = toHalted;
  }

  /** What the crash changed. */
  static Set<Finding> of(Variation variation, Trial reference, Crash crash) {
    Transcript resumed = crash.resumed().transcript();
    CrashComparison comparison =
        new CrashComparison(
            variation,
            Pairs.ofWork(resumed, reference.transcript()),
            Pairs.ofRuns(resumed, crash.halted().transcript()));
    comparison.compareRuns(crash);
    resumed.runs().forEach(comparison::visit);
    comparison.compareOutcome(reference, crash);
    return comparison.findings;
  }

  /** A run that was not complete goes on; one that was is opened anew, as it should be. */
  private void compareRuns(Crash crash) {
    Set<String> known = new HashSet<>();
    crash.resumed().transcript().runs().forEach(run -> known.add(run.id()));
    for (SeenRun run : crash.halted().transcript().runs()) {
      if (run.end().isEmpty() && !known.contains(run.id()) && !variation.variesInKey(run)) {
        findings.add(new Finding(Kind.NOT_RESUMED, run.pipeline(), "", run.id()));
      }
    }
  }

  private void visit(SeenRun run) {
    explained.clear();
    mismatched = false;
    Optional<SeenRun> twin = toReference.twin(run);
    if (twin.isEmpty()) {
      return;
    }
    CallTree tree = new CallTree(run);
    visit(tree, CallPath.ROOT);
    compareCalls(run, twin.get());
    if (run.end().isPresent() && twin.get().end().isPresent()) {
      Map<String, Fingerprint> expected = twin.get().end().get();
      for (String part : Parts.different(run.end().get(), expected)) {
        if (!variation.ofEnd(twin.get()).contains(part)) {
          find(Kind.CHANGED_RESULT, run.pipeline(), part);
        }
      }
    }
  }

  private void visit(CallTree tree, CallPath parent) {
    for (SeenCall call : tree.children(parent)) {
      boolean equal = compareInputs(call);
      visit(tree, call.path());
      if (equal) {
        compareEnds(call);
      }
    }
  }

  /** Whether they are equal. */
  private boolean compareInputs(SeenCall call) {
    Optional<SeenCall> before = toHalted.twin(call);
    Optional<SeenCall> twin = toReference.twin(call);
    Set<String> varying = twin.map(variation::ofInputs).orElse(Set.of());
    Optional<SeenCall> expected = before.or(() -> twin);
    if (expected.isEmpty()) {
      return false;
    }
    List<String> different = Parts.different(call.before(), expected.get().before());
    for (String part : different) {
      if (!varying.contains(part)) {
        find(Kind.CHANGED_INPUT, call.stage(), part);
      } else if (before.isPresent()) {
        find(Kind.VARYING_INPUT, call.stage(), part);
      }
    }
    mismatched |= before.isPresent() && !different.isEmpty();
    before.ifPresent(ended -> compareFate(call, ended));
    return different.isEmpty();
  }

  /** After one call that ran again, others do so in its wake. */
  private void compareFate(SeenCall call, SeenCall before) {
    boolean again = call.how() != How.RESTORED && before.how() == How.SAVED;
    if (again && !mismatched) {
      findings.add(new Finding(Kind.RAN_AGAIN, call.stage(), "", call.reason()));
      mismatched = true;
    }
  }

  private void compareEnds(SeenCall call) {
    boolean restored = call.how() == How.RESTORED;
    Optional<SeenCall> twin = toReference.twin(call);
    Optional<SeenCall> expected = restored ? toHalted.twin(call).or(() -> twin) : twin;
    if (expected.isEmpty() || call.after().isEmpty() || expected.get().after().isEmpty()) {
      return;
    }
    Set<String> varying = twin.map(variation::ofEnds).orElse(Set.of());
    for (String part : Parts.different(call.after(), expected.get().after())) {
      if (restored || !varying.contains(part)) {
        find(restored ? Kind.CHANGED_STATE : Kind.CHANGED_EFFECT, call.stage(), part);
      }
    }
  }

  /** Calls under a parent that was restored are not made, as they should not be. */
  private void compareCalls(SeenRun run, SeenRun reference) {
    Set<SeenCall> met = new HashSet<>();
    Set<CallPath> open = new HashSet<>(Set.of(CallPath.ROOT));
    for (SeenCall call : run.calls()) {
      Optional<SeenCall> twin = toReference.twin(call);
      twin.ifPresent(met::add);
      if (twin.isPresent() && call.how() != How.RESTORED) {
        open.add(twin.get().path());
      } else if (twin.isEmpty() && variation.isStable(call.stage())) {
        findings.add(new Finding(Kind.OTHER_CALLS, call.stage(), "", "only after a resume"));
      }
    }
    for (SeenCall call : reference.calls()) {
      if (open.contains(call.path().parent())
          && !met.contains(call)
          && variation.isStable(call.stage())) {
        findings.add(new Finding(Kind.OTHER_CALLS, call.stage(), "", "only without a crash"));
      }
    }
  }

  private void find(Kind kind, String stage, String part) {
    if (explained.add(Parts.step(part))) {
      findings.add(new Finding(kind, stage, part, ""));
    }
  }

  private void compareOutcome(Trial reference, Crash crash) {
    Trial resumed = crash.resumed();
    if (resumed.status() != reference.status()) {
      String found =
          resumed.status() == Trial.NEVER_ENDED
              ? "it took so long that it was killed"
              : "status " + resumed.status();
      String detail = found + " instead of status " + reference.status();
      findings.add(new Finding(Kind.CHANGED_STATUS, "", "", detail));
    }
    List<String> printed = new ArrayList<>(crash.halted().out());
    printed.addAll(resumed.out());
    first(resumed.out(), reference.out())
        .map(line -> "new line: " + line)
        .or(() -> first(reference.out(), printed).map(line -> "missing line: " + line))
        .ifPresent(what -> findings.add(new Finding(Kind.CHANGED_OUTPUT, "", "", what)));
  }

  private Optional<String> first(List<String> lines, List<String> known) {
    Set<String> all = new HashSet<>(known);
    return lines.stream()
        .filter(line -> !all.contains(line) && !variation.variesInOutput(line))
        .findFirst();
  }
}
