package dev.cairn.cli.plan;

import dev.cairn.core.event.CairnEvent.CallDue.Differing;
import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.explain.RunPlan;
import dev.cairn.core.explain.RunPlan.Met;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.rehearsal.Transcript;
import dev.cairn.core.rehearsal.Transcript.Due;
import dev.cairn.core.rehearsal.Transcript.SeenRun;
import dev.cairn.core.rehearsal.Transcript.Unprotected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What the next start of a command does, as far as that is known before it.
 *
 * @param runs the runs that it opens or resumes, in order
 * @param end where the planning ended
 */
record StartPlan(List<Planned> runs, End end) {

  /**
   * A run that is opened or resumed.
   *
   * @param id its name
   * @param key its key, as people read it
   * @param plan what becomes of its calls; empty of a new run, of which all run
   * @param due the call of it whose body is to run, if the start came to one
   */
  public record Planned(String id, String key, Optional<RunPlan> plan, Optional<Due> due) {
    /** In what the inputs of the call that is to run differ from the recorded ones. */
    public List<Differing> differences() {
      return due.map(Due::differences).orElse(List.of());
    }
  }

  /** Where the planning ended. */
  public sealed interface End {
    /** Before the body of this call. */
    record BeforeCall(String call) implements End {}

    /** Before the body of this call, which is not protected. */
    record BeforeUnprotected(String call, String reason) implements End {}

    /** The command came to its end: no body is to run. */
    enum OfCommand implements End {
      REACHED
    }
  }

  /**
   * Makes the plan of what a start saw.
   *
   * @param stores opens the store in a directory for reading
   */
  public static StartPlan of(Transcript seen, Function<Path, RunStore> stores) {
    List<Planned> runs = new ArrayList<>();
    for (SeenRun run : seen.runs()) {
      Optional<Due> due = seen.due().filter(call -> call.run().equals(run.id()));
      runs.add(new Planned(run.id(), run.key(), plan(run, due, stores), due));
    }
    return new StartPlan(runs, end(seen));
  }

  private static End end(Transcript seen) {
    if (!seen.halted()) {
      return End.OfCommand.REACHED;
    }
    if (seen.due().isPresent()) {
      return new End.BeforeCall(seen.due().get().path().toString());
    }
    Unprotected last = seen.unprotected().get(seen.unprotected().size() - 1);
    return new End.BeforeUnprotected(last.stage(), last.reason());
  }

  private static Optional<RunPlan> plan(
      SeenRun run, Optional<Due> due, Function<Path, RunStore> stores) {
    Path directory = Path.of(run.store());
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (RunStore store = stores.apply(directory)) {
      return history(store, run).map(history -> new RunPlan(history, met(run, due)));
    }
  }

  private static Optional<RunHistory> history(RunStore store, SeenRun run) {
    return store.runs().stream()
        .filter(id -> id.isCalled(run.id()) && id.keyDigest().equals(run.keyDigest()))
        .findFirst()
        .flatMap(store::find);
  }

  private static List<Met> met(SeenRun run, Optional<Due> due) {
    List<Met> met = new ArrayList<>();
    run.calls().stream()
        .filter(call -> call.how() == How.RESTORED)
        .forEach(call -> met.add(new Met(call.path(), true, call.reason(), OptionalLong.empty())));
    due.ifPresent(call -> met.add(new Met(call.path(), false, call.reason(), call.voids())));
    return met;
  }
}
