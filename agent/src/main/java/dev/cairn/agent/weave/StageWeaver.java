package dev.cairn.agent.weave;

import dev.cairn.core.graph.code.DeclaredInputs;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.model.StageId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Turns a class that may hold stages or pipelines into one whose stages and pipelines reach Cairn,
 * and tells what cannot. Thread-safe.
 */
public final class StageWeaver {
  private static final String API = "dev.cairn.Cairn";
  private final WovenMethods methods;
  private final NamedMethods named;
  private final WeaveListener listener;
  private final ByteBuddyWeaver weaver = new ByteBuddyWeaver();

  public StageWeaver(WovenMethods methods, NamedMethods named, WeaveListener listener) {
    this.methods = methods;
    this.named = named;
    this.listener = listener;
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
    return wanted.isEmpty() ? null : weave(new Source(loader, classFile), wanted);
  }

  private record Source(@Nullable ClassLoader loader, byte[] classFile) {
    Optional<StageInputs> inputs(MarkedMethod method, WovenMethod as) {
      return as instanceof WovenMethod.Stage stage
          ? Optional.of(
              DeclaredInputs.of(
                  stage.definition(), classFile, loader, method.has(Opcodes.ACC_STATIC)))
          : Optional.empty();
    }
  }

  private byte[] weave(Source source, Map<MarkedMethod, WovenMethod> wanted) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    wanted.forEach(
        (method, as) ->
            numbers.put(method.id().methodName() + method.id().descriptor(), methods.numberOf(as)));
    String className = wanted.keySet().iterator().next().id().className();
    byte[] woven = weaver.weave(source.loader(), className, source.classFile(), numbers);
    wanted.forEach(
        (method, as) -> listener.woven(method.id(), as, () -> source.inputs(method, as)));
    return woven;
  }

  private Optional<WovenMethod> definition(MarkedMethod found) {
    // what a compiler adds repeats the annotations of the method that it forwards to
    if (found.has(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) {
      return Optional.empty();
    }
    if (found.id().className().equals(API)) {
      return api(found.id());
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
