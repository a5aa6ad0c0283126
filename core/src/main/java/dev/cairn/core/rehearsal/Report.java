package dev.cairn.core.rehearsal;

import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.rehearsal.Transcript.SeenCall;
import dev.cairn.core.rehearsal.Transcript.Unprotected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rehearsal found.
 *
 * @param calls how many calls the uninterrupted command saved
 * @param crashes how many crashes were rehearsed
 * @param stages one row per stage, in the order of their first ends
 * @param findings what a crash would change, the most fundamental first
 * @param unprotected the calls that no crash can spare, with the reasons
 */
public record Report(
    int calls,
    int crashes,
    List<StageRow> stages,
    List<Counted> findings,
    List<Unprotected> unprotected) {
  public Report {
    stages = List.copyOf(stages);
    findings = List.copyOf(findings);
    unprotected = List.copyOf(unprotected);
  }

  /**
   * A finding with how often it was made.
   *
   * @param crashes after how many of the crashes; 0 where it needs none
   */
  public record Counted(Finding finding, int crashes) {
    private Counted plus(Counted again) {
      return new Counted(finding, crashes + again.crashes);
    }
  }

  /** What makes two findings one: their details are those of the first. */
  private record Topic(Finding.Kind kind, String subject, String part) {
    static Topic of(Finding finding) {
      return new Topic(finding.kind(), finding.subject(), finding.part());
    }
  }

  /**
   * One stage.
   *
   * @param stage with the stages around it
   * @param calls how often it was saved in the uninterrupted start
   * @param crashes how many crashes came right after one of its calls
   * @param restored how often it was restored
   * @param again how often it ran again although it had been finished
   */
  public record StageRow(String stage, int calls, int crashes, int restored, int again) {}

  /** Compares everything. */
  public static Report of(Trial reference, Trial control, List<Crash> crashes) {
    Variation variation = new Variation(reference, control);
    Map<Topic, Counted> findings = new LinkedHashMap<>();
    variation.findings().forEach(found -> findings.put(Topic.of(found), new Counted(found, 0)));
    for (Crash crash : crashes) {
      CrashComparison.of(variation, reference, crash)
          .forEach(found -> findings.merge(Topic.of(found), new Counted(found, 1), Counted::plus));
    }
    return new Report(
        reference.transcript().saved(),
        crashes.size(),
        rows(reference, crashes),
        List.copyOf(findings.values()),
        reference.transcript().unprotected().stream().distinct().toList());
  }

  /** Whether everything came back equal. */
  public boolean isEqual() {
    return findings.isEmpty();
  }

  /** Whether something was found about a stage. */
  public boolean hasFinding(String stage) {
    return findings.stream().anyMatch(counted -> counted.finding().subject().equals(stage));
  }

  private static List<StageRow> rows(Trial reference, List<Crash> crashes) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (SeenCall call : reference.transcript().calls()) {
      counts.computeIfAbsent(call.stage(), stage -> new int[4])[0] += is(call, How.SAVED);
    }
    crashes.forEach(crash -> count(crash, counts));
    List<StageRow> rows = new ArrayList<>();
    counts.forEach((stage, of) -> rows.add(new StageRow(stage, of[0], of[1], of[2], of[3])));
    return rows;
  }

  private static void count(Crash crash, Map<String, int[]> counts) {
    int[] none = new int[4];
    counts.getOrDefault(crash.stage(), none)[1]++;
    Transcript resumed = crash.resumed().transcript();
    Pairs toHalted = Pairs.ofRuns(resumed, crash.halted().transcript());
    for (SeenCall call : resumed.calls()) {
      int[] of = counts.getOrDefault(call.stage(), none);
      of[2] += is(call, How.RESTORED);
      of[3] += toHalted.twin(call).map(twin -> is(twin, How.SAVED)).orElse(0) * is(call, How.SAVED);
    }
  }

  private static int is(SeenCall call, How how) {
    return call.how() == how ? 1 : 0;
  }
}
