package dev.cairn.agent.runtime;

import dev.cairn.agent.program.JvmEnd;
import dev.cairn.agent.weave.WovenMethod;
import dev.cairn.agent.weave.WovenMethods;
import dev.cairn.core.engine.Engine;
import dev.cairn.core.engine.Engine.Exit;
import dev.cairn.core.engine.Entry;
import dev.cairn.core.engine.Invocation;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.model.StageId;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes calls from the bridge to the engine, and contains what goes wrong there: an internal
 * failure at entry runs the body unprotected, one at exit leaves its outcome as it is, and the
 * engine counts them. Only what the engine throws on purpose reaches the application. Thread-safe.
 */
public final class EngineStageHandler {
  private final WovenMethods methods;
  private final Engine engine;
  private final JvmEnd end;
  private final ApiCalls apiCalls;
  private final BuiltCalls builtCalls;

  /**
   * A handler that asks this engine about methods that were woven under these numbers.
   *
   * @param end is told of calls of the JVM's own methods
   */
  public EngineStageHandler(WovenMethods methods, Engine engine, JvmEnd end) {
    this.methods = methods;
    this.engine = engine;
    this.end = end;
    this.apiCalls = new ApiCalls(engine);
    this.builtCalls = new BuiltCalls(methods, this);
  }

  /** Puts itself behind the bridge. */
  public void install(Bridge bridge) {
    bridge.install(this::entered, this::exited);
  }

  /** Answers the bridge's {@code enter}: number, origin, self, arguments. */
  @Nullable Object entered(@Nullable Object[] given) {
    return entered(() -> methods.method((Integer) Objects.requireNonNull(given[0])), given);
  }

  /** The same, of a method that is found in another way. */
  @Nullable Object entered(Supplier<WovenMethod> called, @Nullable Object[] given) {
    Class<?> origin = (Class<?>) Objects.requireNonNull(given[1]);
    try {
      WovenMethod method = called.get();
      @Nullable Object[] arguments = (@Nullable Object[]) Objects.requireNonNull(given[3]);
      if (method instanceof WovenMethod.Built built) {
        return built == WovenMethod.Built.ENTER
            ? new Held(builtCalls.entered(arguments))
            : builtCalls.exited(arguments);
      }
      return answer(enter(method, new Invocation(origin, given[2], arguments)), method, origin);
    } catch (Throwable failure) {
      return refused("deciding on a call in", origin, failure);
    }
  }

  private Entry enter(WovenMethod method, Invocation call) {
    if (method instanceof WovenMethod.Stage stage) {
      return engine.enter(stage.definition(), call);
    }
    if (method instanceof WovenMethod.Pipeline pipeline) {
      return engine.enter(pipeline.definition(), call);
    }
    if (method instanceof WovenMethod.Jvm jvm) {
      end.observe(jvm, call.self(), call.arguments());
      return new Entry.Bypass();
    }
    return apiCalls.enter((WovenMethod.Api) method, call.arguments());
  }

  private static @Nullable Object answer(Entry entry, WovenMethod method, Class<?> origin) {
    // the token itself: a full heap must not come between the engine and its call
    if (entry instanceof Entry.Open) {
      return entry;
    }
    if (entry instanceof Entry.Answer answer) {
      check(method, origin, answer.value());
      return new Held(answer.value());
    }
    return null;
  }

  /** The last guard: what the bytecode could not return must not be cast to null or 0. */
  private static void check(WovenMethod method, Class<?> origin, @Nullable Object value) {
    StageId id =
        method instanceof WovenMethod.Stage stage
            ? stage.definition().id()
            : method instanceof WovenMethod.Pipeline pipeline ? pipeline.definition().id() : null;
    if (id == null) {
      return;
    }
    ReturnType type = ReturnType.of(id.descriptor(), origin);
    if (!type.accepts(value)) {
      String found = value == null ? "null" : value.getClass().getTypeName();
      throw new RestoreException(
          id.toString(),
          "Cannot return the recorded value of "
              + id
              + ": it is "
              + found
              + ", expected "
              + type
              + "; start afresh with -Dcairn.fresh=true");
    }
  }

  /** Answers the bridge's {@code exit}: token, returned, thrown. */
  @Nullable Object exited(@Nullable Object[] given) {
    if (!(given[0] instanceof Entry.Open open)) {
      return null;
    }
    try {
      Exit next = engine.exit(open, given[1], (Throwable) given[2]);
      if (next instanceof Exit.Instead instead) {
        return new Held(instead.value());
      }
      return next == Exit.AGAIN ? open : null;
    } catch (Throwable failure) {
      return refused("recording a call in", open.declaring(), failure);
    }
  }

  private @Nullable Object refused(String task, Class<?> origin, Throwable failure) {
    if (failure instanceof CairnException meant && ApplicationExceptions.isMeant(meant)) {
      return new Thrower(ApplicationExceptions.translate(meant, origin.getClassLoader()));
    }
    engine.failed(task + " " + origin.getName(), failure);
    return null;
  }

  /** A known result: makes woven code skip the body. */
  private record Held(@Nullable Object value) implements Callable<@Nullable Object> {
    @Override
    public @Nullable Object call() {
      return value;
    }
  }

  /** What is to be thrown in place of a result. */
  private record Thrower(RuntimeException exception) implements Callable<Object> {
    @Override
    public Object call() {
      throw exception;
    }
  }
}
