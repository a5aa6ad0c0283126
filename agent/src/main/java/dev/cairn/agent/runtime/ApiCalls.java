package dev.cairn.agent.runtime;

import dev.cairn.agent.weave.WovenMethod;
import dev.cairn.core.engine.Engine;
import dev.cairn.core.engine.Engine.Handover;
import dev.cairn.core.engine.Entry;
import dev.cairn.core.engine.Invocation;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of the application's {@code dev.cairn.Cairn}: the annotations' meaning, by hand. */
final class ApiCalls {
  private static final String DESCRIPTOR = "()Ljava/lang/Object;";

  /** No method can have this name: the code of the stage is that of its author. */
  // no method has such a name: the code is that of the whole class
  private static final String RUN_BY_HAND = "Cairn.run";

  private static final String STAGE_BY_HAND = "Cairn.stage";

  private static final String LAMBDA = "$$Lambda";

  private final Engine engine;

  ApiCalls(Engine engine) {
    this.engine = engine;
  }

  Entry enter(WovenMethod.Api method, @Nullable Object[] given) {
    return switch (method) {
      case RUN -> run(text(given[0]), given[1], Objects.requireNonNull(given[2]));
      case STAGE -> stage(text(given[0]), Objects.requireNonNull(given[1]));
      case WRAP_RUNNABLE, WRAP_CALLABLE, WRAP_SUPPLIER ->
          wrap(method, Objects.requireNonNull(given[0]));
      case PUT -> put(text(given[0]), given[1]);
    };
  }

  private static String text(@Nullable Object given) {
    return (String) Objects.requireNonNull(given);
  }

  private Entry run(String pipeline, @Nullable Object key, Object body) {
    Class<?> author = author(body);
    PipelineDefinition definition =
        new PipelineDefinition(
            id(author, RUN_BY_HAND),
            pipeline,
            List.of(new Parameter("key", true, false, false)),
            OnComplete.START_NEW,
            false);
    return engine.enter(definition, new Invocation(author, null, new @Nullable Object[] {key}));
  }

  /** The body is the one argument: its inputs are what it captures. */
  private Entry stage(String name, Object body) {
    Class<?> author = author(body);
    StageDefinition definition =
        new StageDefinition(
            id(author, STAGE_BY_HAND), name, List.of(Parameter.plain("body")), StagePolicy.DEFAULT);
    return engine.enter(definition, new Invocation(author, null, new @Nullable Object[] {body}));
  }

  private Entry wrap(WovenMethod.Api as, Object task) {
    return engine
        .handover()
        .<Entry>map(place -> new Entry.Answer(handedOver(as, task, place)))
        .orElseGet(Entry.Bypass::new);
  }

  private static Object handedOver(WovenMethod.Api as, Object task, Handover place) {
    return switch (as) {
      case WRAP_CALLABLE -> callable((Callable<?>) task, place);
      case WRAP_SUPPLIER -> supplier((Supplier<?>) task, place);
      default -> runnable((Runnable) task, place);
    };
  }

  private static Runnable runnable(Runnable task, Handover place) {
    return () -> place.run(task);
  }

  private static <T> Callable<T> callable(Callable<T> task, Handover place) {
    return () -> place.call(task::call);
  }

  private static <T> Supplier<T> supplier(Supplier<T> task, Handover place) {
    return () -> place.call(task::get);
  }

  private Entry put(String name, @Nullable Object value) {
    engine.put(name, String.valueOf(value));
    return new Entry.Bypass();
  }

  /** The class whose code the body is: for a lambda the class that it was written in. */
  private static Class<?> author(Object body) {
    Class<?> type = body.getClass();
    int lambda = type.getName().indexOf(LAMBDA);
    if (lambda < 0) {
      return type;
    }
    try {
      return Class.forName(type.getName().substring(0, lambda), false, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      return type;
    }
  }

  private static StageId id(Class<?> author, String method) {
    return new StageId(author.getName(), method, DESCRIPTOR);
  }
}
