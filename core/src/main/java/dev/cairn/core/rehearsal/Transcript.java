package dev.cairn.core.rehearsal;

import dev.cairn.core.event.CairnEvent.CallDue.Differing;
import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one JVM of a rehearsal saw, in the order in which it ended.
 *
 * @param runs the runs that it opened or resumed
 * @param unprotected the calls that were not protected
 * @param due the last call whose body was about to run
 * @param halted whether it was halted, as the rehearsal asked
 */
public record Transcript(
    List<SeenRun> runs, List<Unprotected> unprotected, Optional<Due> due, boolean halted) {
  /** Of a JVM that opened no run. */
  public static final Transcript EMPTY =
      new Transcript(List.of(), List.of(), Optional.empty(), false);

  public Transcript {
    runs = List.copyOf(runs);
    unprotected = List.copyOf(unprotected);
  }

  /**
   * One run.
   *
   * @param id its name in the store
   * @param pipeline the pipeline's name
   * @param keyDigest its key, as the store names it
   * @param key its key, as people read it
   * @param store where it lives
   * @param calls its calls, in the order of their ends
   * @param end the parts of parameters and result, where the pipeline returned
   */
  public record SeenRun(
      String id,
      String pipeline,
      String keyDigest,
      String key,
      String store,
      List<SeenCall> calls,
      Optional<Map<String, Fingerprint>> end) {
    public SeenRun {
      calls = List.copyOf(calls);
    }
  }

  /**
   * One call.
   *
   * @param path the call with those around it
   * @param how what became of it
   * @param reason why
   * @param before fingerprints of the parts of its inputs at its entry
   * @param after the same at its end, and of the return value; empty where that is not known
   */
  public record SeenCall(
      CallPath path,
      How how,
      String reason,
      Map<String, Fingerprint> before,
      Map<String, Fingerprint> after) {

    /** Its stage and those around it. */
    public String stage() {
      return path.toString();
    }
  }

  /**
   * A call whose body was about to run.
   *
   * @param run the run's name in the store
   * @param reason why it was not restored
   * @param voids the point after which earlier records no longer count as it runs
   * @param differences in what its inputs differ from the recorded ones
   */
  public record Due(
      String run, CallPath path, String reason, OptionalLong voids, List<Differing> differences) {}

  /** A call that was not protected, and why. */
  public record Unprotected(String stage, String reason) {}

  /** How many calls were saved. */
  public int saved() {
    return (int) calls().stream().filter(call -> call.how() == How.SAVED).count();
  }

  /** The calls of all runs. */
  public List<SeenCall> calls() {
    return runs.stream().flatMap(run -> run.calls().stream()).toList();
  }

  /** Reads what {@link TranscriptWriter} wrote. A last line that was cut off does not count. */
  public static Transcript parse(String text) {
    Reading reading = new Reading();
    int end = text.lastIndexOf('\n');
    text.substring(0, end + 1).lines().forEach(reading::line);
    return reading.transcript();
  }

  /** Reads line by line. */
  private static final class Reading {
    private final Map<String, OpenRun> runs = new LinkedHashMap<>();
    private final List<OpenRun> all = new ArrayList<>();
    private final List<Unprotected> unprotected = new ArrayList<>();
    private Map<String, Fingerprint> before = new LinkedHashMap<>();
    private Map<String, Fingerprint> after = new LinkedHashMap<>();
    private Optional<Due> due = Optional.empty();
    private List<Differing> differences = new ArrayList<>();
    private boolean halted;

    void line(String line) {
      List<String> words = words(line);
      switch (words.get(0)) {
        case TranscriptWriter.RUN -> open(words);
        case TranscriptWriter.CALL -> call(words);
        case TranscriptWriter.DUE -> due(words);
        case TranscriptWriter.DIFFERS ->
            differences.add(new Differing(words.get(1), words.get(2), words.get(3)));
        case TranscriptWriter.BEFORE -> before.put(words.get(1), new Fingerprint(words.get(2)));
        case TranscriptWriter.AFTER -> after.put(words.get(1), new Fingerprint(words.get(2)));
        case TranscriptWriter.UNPROTECTED ->
            unprotected.add(new Unprotected(words.get(1), words.get(2)));
        case TranscriptWriter.END -> run(words.get(1)).end = after = new LinkedHashMap<>();
        case TranscriptWriter.HALT -> halted = true;
        default -> throw new IllegalArgumentException("no line of a transcript: " + line);
      }
    }

    private void open(List<String> words) {
      OpenRun run = new OpenRun(words.subList(1, words.size()));
      runs.put(words.get(1), run);
      all.add(run);
    }

    private OpenRun run(String name) {
      OpenRun run = runs.get(name);
      if (run == null) {
        throw new IllegalArgumentException("a call of a run that was not opened: " + name);
      }
      return run;
    }

    private void call(List<String> words) {
      before = new LinkedHashMap<>();
      after = new LinkedHashMap<>();
      How how = How.valueOf(words.get(2));
      run(words.get(1)).calls.add(new SeenCall(path(words, 4), how, words.get(3), before, after));
    }

    private void due(List<String> words) {
      differences = new ArrayList<>();
      due =
          Optional.of(
              new Due(
                  words.get(1), path(words, 4), words.get(2), voids(words.get(3)), differences));
    }

    private static OptionalLong voids(String word) {
      return word.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(word));
    }

    private static CallPath path(List<String> words, int from) {
      List<CallKey> keys = new ArrayList<>();
      for (int i = from; i < words.size(); i += 3) {
        int occurrence = Integer.parseInt(words.get(i + 2));
        keys.add(new CallKey(words.get(i), words.get(i + 1), occurrence));
      }
      return new CallPath(keys);
    }

    private static List<String> words(String line) {
      List<String> words = new ArrayList<>();
      for (String word : line.split("\t", -1)) {
        words.add(
            word.replace("\\\\", "\0")
                .replace("\\t", "\t")
                .replace("\\n", "\n")
                .replace("\0", "\\"));
      }
      return words;
    }

    Transcript transcript() {
      return new Transcript(all.stream().map(OpenRun::seen).toList(), unprotected, due, halted);
    }
  }

  private static final class OpenRun {
    private final List<String> names;
    private final List<SeenCall> calls = new ArrayList<>();
    private @Nullable Map<String, Fingerprint> end;

    OpenRun(List<String> names) {
      this.names = names;
    }

    SeenRun seen() {
      return new SeenRun(
          names.get(0),
          names.get(1),
          names.get(2),
          names.get(3),
          names.get(4),
          calls,
          Optional.ofNullable(end));
    }
  }
}
