package dev.cairn.core.engine;

import dev.cairn.core.engine.Pipelines.OpenPipeline;
import dev.cairn.core.engine.RunScope.Place;
import dev.cairn.core.engine.program.Program;
import dev.cairn.core.engine.program.Program.End;
import dev.cairn.core.engine.program.Program.Start;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The run that a program without pipelines is: its first stage call opens it, and it ends with the
 * program. It covers the main thread and those that descend from it, and never a server's: requests
 * are no parts of one piece of work. Thread-safe.
 */
final class ProgramRun {
  private static final Parameter ARGUMENTS = new Parameter("arguments", true, false, false);

  private final Program program;
  private final OpenRuns openRuns;
  private final OpenCalls openCalls;
  private final Pipelines pipelines;
  private volatile State state = State.Undecided.HERE;

  ProgramRun(Program program, OpenRuns openRuns, OpenCalls openCalls, Pipelines pipelines) {
    this.program = program;
    this.openRuns = openRuns;
    this.openCalls = openCalls;
    this.pipelines = pipelines;
  }

  private sealed interface State {
    /** No stage was called outside a run yet. */
    enum Undecided implements State {
      HERE
    }

    /** The program is this run. */
    record Open(OpenPipeline pipeline) implements State {
      Run run() {
        return pipeline.run();
      }
    }

    /** It is none, or none any more. */
    record Refused(String reason) implements State {}

    /** It must not go on. */
    record Failed(CairnException failure) implements State {}

    /** It has pipelines of its own, or has ended. */
    enum None implements State {
      HERE
    }
  }

  /** Whether the calling thread may make a stage call in this place. */
  boolean admits(Place place) {
    if (!(state instanceof State.Open open) || open.run() != place.run()) {
      return true;
    }
    if (OpenCall.nearestOpen(place.call()) != null) {
      return true;
    }
    Optional<String> obstacle = program.obstacle();
    obstacle.ifPresent(reason -> leave(open, reason));
    return obstacle.isEmpty() && program.covers(Thread.currentThread());
  }

  /**
   * Opens the run if this is the program's first stage call.
   *
   * @throws CairnException if the program must not run, at this call and at each further one
   */
  void open(Invocation first) {
    if (state instanceof State.Undecided) {
      decide(first);
    }
    if (state instanceof State.Failed failed) {
      throw failed.failure();
    }
  }

  /** Why the program is no run although it has no pipeline, where that is so. */
  Optional<String> refusal() {
    return state instanceof State.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }

  private synchronized void decide(Invocation first) {
    boolean covered = program.covers(Thread.currentThread());
    if (state instanceof State.Undecided && covered && openRuns.openings() == 0) {
      state = decided(first);
    }
  }

  private State decided(Invocation first) {
    if (!(program.start() instanceof Start.Main main)) {
      return State.None.HERE;
    }
    Optional<String> obstacle = program.obstacle();
    if (obstacle.isPresent()) {
      return new State.Refused(obstacle.get());
    }
    try {
      program.whenEnding(this::ended);
      return new State.Open(pipelines.openProgram(pipeline(main), invocation(main, first)));
    } catch (CairnException e) {
      return new State.Failed(e);
    } catch (IllegalStateException e) {
      return new State.Refused(String.valueOf(e.getMessage()));
    }
  }

  /** From now on nothing is put into the run; it stays unfinished. */
  private void leave(State.Open open, String reason) {
    state = new State.Refused(reason);
    openRuns.remove(open.run());
    pipelines.breakOff(open.run(), "left, as " + reason + " · ");
  }

  private void ended(End end) {
    if (!(state instanceof State.Open open)) {
      return;
    }
    state = State.None.HERE;
    Optional<OpenCall> busy = openCalls.anyOf(open.run());
    if (end.well() && busy.isEmpty()) {
      pipelines.conclude(open.pipeline());
    } else {
      String calls = busy.map(call -> " while " + call.path() + " was open").orElse("");
      pipelines.breakOff(open.run(), end.how() + calls + " · ");
    }
  }

  private static PipelineDefinition pipeline(Start.Main main) {
    String name = main.method().className() + "." + main.method().methodName();
    return new PipelineDefinition(
        main.method(), name, List.of(ARGUMENTS), OnComplete.START_NEW, false);
  }

  /** Of what is loaded only the first stage's class is known. */
  private static Invocation invocation(Start.Main main, Invocation first) {
    return new Invocation(first.declaring(), null, new @Nullable Object[] {main.arguments()});
  }
}
