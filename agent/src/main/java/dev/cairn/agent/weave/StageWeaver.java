package dev.cairn.agent.weave;

import dev.cairn.agent.mark.MarkedMethod;
import dev.cairn.agent.mark.NamedMethods;
import dev.cairn.core.graph.code.DeclaredInputs;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.model.StageId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Turns a class that may hold stages or pipelines into one whose stages and pipelines reach Cairn,
 * and tells what cannot. Thread-safe.
 */
public final class StageWeaver {
  private static final String API = "dev.cairn.Cairn";
  private static final String WOVEN_CODE = "dev.cairn.WovenCode";
  private final ToIntBiFunction<StageId, WovenMethod> numbering;
  private final NamedMethods named;
  private final WeaveListener listener;
  private final ByteBuddyWeaver weaver;

  /** One that weaves classes while they are loaded. */
  public StageWeaver(WovenMethods methods, NamedMethods named, WeaveListener listener) {
    this((id, as) -> methods.numberOf(as), named, listener, new ByteBuddyWeaver(StageAdvice.class));
  }

  /**
   * One that weaves as it is told.
   *
   * @param numbering gives each woven method its number
   */
  StageWeaver(
      ToIntBiFunction<StageId, WovenMethod> numbering,
      NamedMethods named,
      WeaveListener listener,
      ByteBuddyWeaver weaver) {
    this.numbering = numbering;
    this.named = named;
    this.listener = listener;
    this.weaver = weaver;
  }

  /**
   * Weaves a class.
   *
   * @param loader the class's loader
   * @param classFile its bytes as they are now
   * @return its new bytes, or null if it stays as it is
   */
  byte @Nullable [] weave(@Nullable ClassLoader loader, byte[] classFile) {
    List<MarkedMethod> all = StageReader.read(classFile);
    Map<MarkedMethod, WovenMethod> wanted = new LinkedHashMap<>();
    for (MarkedMethod method : all) {
      definition(method).ifPresent(definition -> wanted.put(method, definition));
    }
    Forwarders forwarders = new Forwarders(loader, classFile, all, named::mark);
    return wanted.isEmpty() ? null : weave(new Source(loader, classFile, forwarders), wanted);
  }

  private record Source(@Nullable ClassLoader loader, byte[] classFile, Forwarders forwarders) {
    Optional<StageInputs> inputs(MarkedMethod method, WovenMethod as) {
      return as instanceof WovenMethod.Stage stage
          ? Optional.of(
              DeclaredInputs.of(
                  stage.definition(), classFile, loader, method.has(Opcodes.ACC_STATIC)))
          : Optional.empty();
    }
  }

  private byte @Nullable [] weave(Source source, Map<MarkedMethod, WovenMethod> wanted) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Map<MarkedMethod, WovenMethod> stages = new LinkedHashMap<>();
    wanted.forEach(
        (method, as) -> {
          int number = numbering.applyAsInt(method.id(), as);
          Optional<StageId> behind = behind(source, method);
          if (behind.isEmpty()) {
            stages.put(method, as);
          }
          if (behind.isEmpty() && !method.built()) {
            numbers.put(method.id().methodName() + method.id().descriptor(), number);
          }
        });
    String className = wanted.keySet().iterator().next().id().className();
    byte[] woven =
        numbers.isEmpty()
            ? null
            : weaver.weave(source.loader(), className, source.classFile(), numbers);
    stages.forEach(
        (method, as) -> listener.woven(method.id(), as, () -> source.inputs(method, as)));
    return woven;
  }

  /** The stage that stands for a method, which is left alone then. */
  private Optional<StageId> behind(Source source, MarkedMethod method) {
    Optional<StageId> forwarded = source.forwarders().stageBehind(method);
    forwarded.ifPresent(stage -> listener.forwarding(method.id(), stage));
    if (forwarded.isPresent()) {
      return forwarded;
    }
    Optional<StageId> overridden = source.forwarders().stageOfGenerated(method);
    overridden.ifPresent(
        stage ->
            listener.doubtful(
                method.id(),
                "is left alone, for its class was generated: the stage is "
                    + shown(stage)
                    + ", which it overrides, wherever it calls that"));
    return overridden;
  }

  private Optional<WovenMethod> definition(MarkedMethod found) {
    // what a compiler adds repeats the annotations of the method that it forwards to
    if (found.has(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) {
      return Optional.empty();
    }
    if (found.id().className().equals(API)) {
      return api(found.id());
    }
    if (found.id().className().equals(WOVEN_CODE)) {
      return built(found.id());
    }
    MarkedMethod method = named.mark(found);
    return method.isMarked() ? protectable(method) : Optional.empty();
  }

  private static Optional<WovenMethod> api(StageId method) {
    return switch (method.methodName()) {
      case "run" -> Optional.of(WovenMethod.Api.RUN);
      case "stage" -> Optional.of(WovenMethod.Api.STAGE);
      case "put" -> Optional.of(WovenMethod.Api.PUT);
      case "wrap" -> Optional.of(wrap(method.descriptor()));
      default -> Optional.empty();
    };
  }

  private static Optional<WovenMethod> built(StageId method) {
    return switch (method.methodName()) {
      case "enter" -> Optional.of(WovenMethod.Built.ENTER);
      case "exit" -> Optional.of(WovenMethod.Built.EXIT);
      default -> Optional.empty();
    };
  }

  private static WovenMethod wrap(String descriptor) {
    if (descriptor.endsWith("Runnable;")) {
      return WovenMethod.Api.WRAP_RUNNABLE;
    }
    return descriptor.endsWith("Callable;")
        ? WovenMethod.Api.WRAP_CALLABLE
        : WovenMethod.Api.WRAP_SUPPLIER;
  }

  private Optional<WovenMethod> protectable(MarkedMethod method) {
    Optional<String> obstacle = Definitions.obstacle(method);
    if (obstacle.isPresent()) {
      listener.notProtected(shown(method.id()), obstacle.get());
      return Optional.empty();
    }
    remarkDoubleMark(method);
    try {
      return Optional.of(Definitions.of(method));
    } catch (IllegalArgumentException e) {
      listener.notProtected(shown(method.id()), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void remarkDoubleMark(MarkedMethod method) {
    if (method.stage().isPresent() && method.pipeline().isPresent()) {
      listener.doubtful(
          method.id(),
          "is @Pipeline and @Checkpointed; @Pipeline alone counts, and makes it a stage where it is"
              + " called inside a run");
    }
  }

  /** A method as people write it: {@code com.acme.Nightly#parse}. */
  private static String shown(StageId id) {
    return id.className() + "#" + id.methodName();
  }
}
