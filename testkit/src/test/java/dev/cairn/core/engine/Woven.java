package dev.cairn.core.engine;

import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.model.StagePolicy.Retries;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Calls bodies the way woven code does, for tests that need no bytecode. */
final class Woven {
  private final Engine engine;

  Woven(Engine engine) {
    this.engine = engine;
  }

  static StageDefinition stage(String name, StagePolicy policy, String... parameters) {
    return new StageDefinition(
        new StageId(Woven.class.getName(), name, "()Ljava/lang/Object;"),
        name,
        plain(parameters),
        policy);
  }

  static StageDefinition stage(String name, String... parameters) {
    return stage(name, StagePolicy.DEFAULT, parameters);
  }

  static StagePolicy version(String version, CodeChangePolicy onCodeChange) {
    return new StagePolicy(onCodeChange, version, false, false, Retries.NONE);
  }

  static PipelineDefinition pipeline(String name, OnComplete onComplete, String... parameters) {
    StageId id = new StageId(Woven.class.getName(), name, "()Ljava/lang/Object;");
    return new PipelineDefinition(id, name, plain(parameters), onComplete, false);
  }

  private static List<Parameter> plain(String... parameters) {
    return Arrays.stream(parameters).map(Parameter::plain).toList();
  }

  <T> @Nullable T stage(StageDefinition stage, Callable<T> body, Object... arguments) {
    return run(engine.enter(stage, new Invocation(Woven.class, null, arguments)), body);
  }

  /** A stage of an object. */
  void stageOf(Object self, StageDefinition stage, Runnable body) {
    run(engine.enter(stage, new Invocation(self.getClass(), self, new Object[0])), nothing(body));
  }

  /** A stage that is a method of a class, as bytecode shows it. */
  static StageDefinition method(Class<?> declaring, String name) {
    StageId id = new StageId(declaring.getName(), name, "()V");
    return new StageDefinition(id, name, List.of(), StagePolicy.DEFAULT);
  }

  void stage(StageDefinition stage, Runnable body, Object... arguments) {
    stage(stage, nothing(body), arguments);
  }

  <T> @Nullable T pipeline(PipelineDefinition pipeline, Callable<T> body, Object... arguments) {
    return run(engine.enter(pipeline, new Invocation(Woven.class, null, arguments)), body);
  }

  /** Work for another thread, in the run and call of this one. */
  Runnable handedOver(Runnable body) {
    Engine.Handover place = engine.handover().orElseThrow();
    return () -> place.run(body);
  }

  private static Callable<@Nullable Object> nothing(Runnable body) {
    return () -> {
      body.run();
      return null;
    };
  }

  @SuppressWarnings("unchecked")
  private <T> @Nullable T run(Entry entry, Callable<T> body) {
    if (entry instanceof Entry.Answer answer) {
      return (T) answer.value();
    }
    if (!(entry instanceof Entry.Open open)) {
      return unwatched(body);
    }
    while (true) {
      try {
        T value = body.call();
        Engine.Exit exit = engine.exit(open, value, null);
        return exit instanceof Engine.Exit.Instead instead ? (T) instead.value() : value;
      } catch (Exception | Error e) {
        if (engine.exit(open, null, e) == Engine.Exit.DONE) {
          throw sneaky(e);
        }
      }
    }
  }

  private static <T> @Nullable T unwatched(Callable<T> body) {
    try {
      return body.call();
    } catch (Exception e) {
      throw sneaky(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
