package dev.cairn.core.engine.programs;

import dev.cairn.core.engine.Engine;
import dev.cairn.core.engine.Entry;
import dev.cairn.core.engine.Invocation;
import dev.cairn.core.engine.programs.language.Desk;
import dev.cairn.core.engine.programs.language.Heap;
import dev.cairn.core.engine.programs.language.Machine;
import dev.cairn.core.engine.programs.language.Node;
import dev.cairn.core.engine.programs.language.Program;
import dev.cairn.core.engine.programs.language.ProgramFailure;
import dev.cairn.core.engine.programs.language.Stage;
import dev.cairn.core.engine.programs.language.Surroundings;
import dev.cairn.core.engine.programs.language.World;
import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.model.StagePolicy.Retries;
import dev.cairn.core.storage.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One process's turn at a program, under the engine; it may crash. */
final class Attempt implements Surroundings {
  /** The name under which each record says where in the program its call was. */
  static final String AT = "at";

  private static final PipelineDefinition PIPELINE =
      new PipelineDefinition(
          new StageId(Attempt.class.getName(), "program", "()Ljava/lang/Object;"),
          "program",
          List.of(Parameter.plain("key")),
          OnComplete.START_NEW,
          false);

  private final Workshop workshop;
  private final Storage storage;
  private final Program program;
  private final Schedule schedule;
  private final int number;
  private final CrashSwitch crash;
  private final Baton baton;
  private final Random orders;
  private final List<CairnEvent> events = new CopyOnWriteArrayList<>();
  private @Nullable Engine engine;

  Attempt(Workshop workshop, Storage storage, Program program, Schedule schedule, int number) {
    this.program = program;
    this.workshop = workshop;
    this.schedule = schedule;
    this.number = number;
    this.crash = new CrashSwitch(schedule.crash(number));
    this.baton = new Baton(schedule.seed() + number);
    this.orders = new Random(schedule.seed() - number);
    this.storage = new CrashingStorage(storage, crash, baton);
  }

  /** What the engine told while the process was alive. */
  List<CairnEvent> events() {
    return events;
  }

  /** Runs the program to its end or to the crash, on a thread of its own. */
  Outcome run(Heap heap, World world) {
    List<Outcome> outcome = new ArrayList<>();
    Thread main = new Thread(() -> outcome.add(attempt(heap, world)), "program");
    main.start();
    try {
      main.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return outcome.get(0);
  }

  private Outcome attempt(Heap heap, World world) {
    try (RunStore store = workshop.store(storage, number + 1)) {
      engine = workshop.engine(store, this::tell);
      return pipeline(engine, new Machine(program, heap, world, this));
    } catch (Crash e) {
      return new Outcome.Crashed();
    } catch (RuntimeException | Error e) {
      return new Outcome.Broken(e + " at " + List.of(e.getStackTrace()));
    }
  }

  private void tell(CairnEvent event) {
    if (!crash.isGone()) {
      events.add(event);
    }
  }

  private Outcome pipeline(Engine with, Machine machine) {
    Object[] key = {"key"};
    Entry entry = with.enter(PIPELINE, new Invocation(Attempt.class, null, key));
    crash.requireAlive();
    if (!(entry instanceof Entry.Open open)) {
      return new Outcome.Broken("the pipeline is not opened: " + events);
    }
    try {
      Node result = machine.run();
      crash.pass();
      with.exit(open, result, null);
      crash.requireAlive();
      return new Outcome.Returned(result);
    } catch (ProgramFailure e) {
      with.exit(open, null, e);
      crash.requireAlive();
      return new Outcome.Failed(String.valueOf(e.getMessage()));
    }
  }

  private Engine engine() {
    return Objects.requireNonNull(engine);
  }

  @Override
  public void step() {
    crash.pass();
    baton.pass();
  }

  @Override
  public @Nullable Object call(StageCall call, Body body) {
    step();
    Entry entry = engine().enter(definition(call), invocation(call));
    crash.requireAlive();
    if (entry instanceof Entry.Answer answer) {
      return answer.value();
    }
    return entry instanceof Entry.Open open ? executed(open, call, body) : body.run(1);
  }

  private @Nullable Object executed(Entry.Open open, StageCall call, Body body) {
    for (int tries = 1; ; tries++) {
      try {
        engine().put(AT, call.at());
        step();
        @Nullable Object value = body.run(tries);
        step();
        engine().exit(open, value, null);
        step();
        return value;
      } catch (ProgramFailure e) {
        Engine.Exit exit = engine().exit(open, null, e);
        step();
        if (exit == Engine.Exit.DONE) {
          throw e;
        }
      }
    }
  }

  private StageDefinition definition(StageCall call) {
    Stage stage = call.stage();
    Stage.Terms terms = stage.terms();
    StagePolicy policy =
        new StagePolicy(
            CodeChangePolicy.RERUN,
            "code " + code(stage),
            terms.cutoff(),
            terms.rollback(),
            new Retries(terms.retries(), Duration.ZERO));
    List<Parameter> parameters = new ArrayList<>();
    if (terms.keyed()) {
      parameters.add(new Parameter("key", true, false, false));
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      parameters.add(Parameter.plain("node" + i));
    }
    return new StageDefinition(id(stage), "stage" + stage.number(), parameters, policy);
  }

  private static StageId id(Stage stage) {
    return stage.kind() == Stage.Kind.MEMBER
        ? new StageId(Desk.class.getName(), Desk.STAGE, Desk.DESCRIPTOR)
        : new StageId(Attempt.class.getName(), "stage", Desk.DESCRIPTOR);
  }

  private static Invocation invocation(StageCall call) {
    List<Object> arguments = new ArrayList<>(call.arguments());
    if (call.stage().terms().keyed()) {
      arguments.add(0, call.key());
    }
    @Nullable Desk desk = call.desk();
    Class<?> declaring = desk == null ? Attempt.class : Desk.class;
    return new Invocation(declaring, desk, arguments.toArray());
  }

  @Override
  public void parallel(List<Runnable> lanes) {
    boolean inherited = orders.nextBoolean();
    Engine.Handover place = engine().handover().orElseThrow();
    baton.race(
        inherited ? lanes : lanes.stream().<Runnable>map(lane -> () -> place.run(lane)).toList());
  }

  @Override
  public List<Node> anyOrder(List<Node> elements) {
    List<Node> shuffled = new ArrayList<>(elements);
    Collections.shuffle(shuffled, orders);
    return shuffled;
  }

  @Override
  public int attempt() {
    return number;
  }

  @Override
  public int code(Stage stage) {
    return schedule.code(program, stage, number);
  }
}
