package dev.cairn.core.rehearsal;

import dev.cairn.core.model.CallPath;
import dev.cairn.core.rehearsal.Transcript.SeenCall;
import dev.cairn.core.rehearsal.Transcript.SeenRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which call of one start is which call of another. Calls are paired under paired parents by stage:
 * first those with the same key or inputs, then the others in the order of their ends. For one
 * thread.
 */
final class Pairs {
  private final Map<SeenRun, SeenRun> runs = new IdentityHashMap<>();
  private final Map<SeenCall, SeenCall> calls = new IdentityHashMap<>();

  private Pairs() {}

  /**
   * From the calls of one start to those of another that did the same work: runs of one key are
   * paired in the order of their openings.
   */
  static Pairs ofWork(Transcript mine, Transcript other) {
    return of(mine, other, run -> run.pipeline() + "/" + run.keyDigest());
  }

  /** From the calls of a resume to those of the start that it goes on with, run by run. */
  static Pairs ofRuns(Transcript resumed, Transcript halted) {
    return of(resumed, halted, SeenRun::id);
  }

  private static Pairs of(Transcript mine, Transcript other, Function<SeenRun, String> name) {
    Pairs pairs = new Pairs();
    Map<String, Deque<SeenRun>> named = new HashMap<>();
    for (SeenRun run : other.runs()) {
      named.computeIfAbsent(name.apply(run), key -> new ArrayDeque<>()).add(run);
    }
    for (SeenRun run : mine.runs()) {
      Optional.ofNullable(named.get(name.apply(run)))
          .map(Deque::poll)
          .ifPresent(twin -> pairs.pair(run, twin));
    }
    return pairs;
  }

  private void pair(SeenRun run, SeenRun twin) {
    runs.put(run, twin);
    pair(new Level(new CallTree(run), CallPath.ROOT), new Level(new CallTree(twin), CallPath.ROOT));
  }

  /** The calls of a run directly under one parent. */
  private record Level(CallTree tree, CallPath parent) {
    Map<String, List<SeenCall>> byStage() {
      Map<String, List<SeenCall>> stages = new LinkedHashMap<>();
      for (SeenCall call : tree.children(parent)) {
        stages.computeIfAbsent(call.path().last().stage(), s -> new ArrayList<>()).add(call);
      }
      return stages;
    }

    Level below(SeenCall call) {
      return new Level(tree, call.path());
    }
  }

  private void pair(Level mine, Level other) {
    Map<String, List<SeenCall>> there = other.byStage();
    mine.byStage()
        .forEach(
            (stage, here) ->
                matched(here, there.getOrDefault(stage, List.of()))
                    .forEach(
                        (call, twin) -> {
                          calls.put(call, twin);
                          pair(mine.below(call), other.below(twin));
                        }));
  }

  private static Map<SeenCall, SeenCall> matched(List<SeenCall> here, List<SeenCall> there) {
    Map<Object, SeenCall> exact = new HashMap<>();
    there.forEach(twin -> exact.put(twin.path().last(), twin));
    Map<SeenCall, SeenCall> found = new IdentityHashMap<>();
    List<SeenCall> left = new ArrayList<>();
    for (SeenCall call : here) {
      Optional.ofNullable(exact.remove(call.path().last()))
          .ifPresentOrElse(twin -> found.put(call, twin), () -> left.add(call));
    }
    List<SeenCall> others = new ArrayList<>(there);
    others.removeIf(twin -> !exact.containsKey(twin.path().last()));
    for (int i = 0; i < Math.min(left.size(), others.size()); i++) {
      found.put(left.get(i), others.get(i));
    }
    return found;
  }

  Optional<SeenRun> twin(SeenRun run) {
    return Optional.ofNullable(runs.get(run));
  }

  Optional<SeenCall> twin(SeenCall call) {
    return Optional.ofNullable(calls.get(call));
  }
}
