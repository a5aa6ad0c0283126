package dev.cairn.agent.weave;

import dev.cairn.agent.mark.MarkedMethod;
import dev.cairn.agent.weave.HandedOn.Value;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.StageId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a class that a compiler put before a stage, as Kotlin does for {@code @JvmStatic}
 * and {@code @JvmOverloads} and Scala for the methods of an object: they repeat its annotations and
 * do nothing but call it. Woven they would be calls around its calls, and would not see what its
 * receiver holds.
 */
final class Forwarders {
  private final @Nullable ClassLoader loader;
  private final ClassFile own;
  private final UnaryOperator<MarkedMethod> marking;

  /**
   * Those of one class.
   *
   * @param loader is asked for the files of other classes
   * @param classFile its bytes
   * @param methods its methods
   * @param marking gives methods the marks that the settings give them
   */
  Forwarders(
      @Nullable ClassLoader loader,
      byte[] classFile,
      List<MarkedMethod> methods,
      UnaryOperator<MarkedMethod> marking) {
    this.loader = loader;
    this.own = new ClassFile(classFile, methods);
    this.marking = marking;
  }

  private record ClassFile(byte[] bytes, List<MarkedMethod> methods) {
    @Nullable String superName() {
      return OpenedClassReader.of(bytes, true).getSuperName();
    }

    Optional<MarkedMethod> method(String wanted) {
      return methods.stream().filter(method -> nameOf(method).equals(wanted)).findFirst();
    }

    boolean isFinal() {
      return (OpenedClassReader.of(bytes, true).getAccess() & Opcodes.ACC_FINAL) != 0;
    }
  }

  private static String nameOf(MarkedMethod method) {
    return method.id().methodName() + method.id().descriptor();
  }

  /**
   * The stage that a method hands all its calls on to.
   *
   * @param method a method of the class
   * @return empty where it does anything more, or where calls could reach another method than that
   */
  Optional<StageId> stageBehind(MarkedMethod method) {
    return HandedOn.by(own.bytes(), nameOf(method), given(method))
        .flatMap(call -> throughDefaults(method, call))
        .filter(call -> call.method().startsWith(method.id().methodName() + "("))
        .flatMap(call -> target(method, call))
        .map(MarkedMethod::id);
  }

  /**
   * The stage that a method of a class overrides which was generated while the program runs: as a
   * rule with another name at each start, so that nothing recorded for it would be found again. Its
   * annotations are copies then, and it comes to the stage by way of whatever it was made for.
   *
   * @return empty for a method of a class with a class file
   */
  Optional<StageId> stageOfGenerated(MarkedMethod method) {
    if (method.has(Opcodes.ACC_STATIC)
        || file(method.id().className().replace('.', '/')).isPresent()) {
      return Optional.empty();
    }
    Optional<ClassFile> above = above(own);
    while (above.isPresent()) {
      Optional<MarkedMethod> found = above.get().method(nameOf(method));
      if (found.isPresent()) {
        return found
            .filter(one -> !one.has(Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC))
            .map(marking)
            .filter(one -> isMarkedAs(one, marking.apply(method)))
            .map(MarkedMethod::id);
      }
      above = above(above.get());
    }
    return Optional.empty();
  }

  /** A copied annotation may say what the original leaves to its defaults. */
  private static boolean isMarkedAs(MarkedMethod found, MarkedMethod method) {
    return found.stage().isPresent() == method.stage().isPresent()
        && found.pipeline().isPresent() == method.pipeline().isPresent()
        && Definitions.obstacle(found).isEmpty();
  }

  private Optional<ClassFile> above(ClassFile file) {
    return Optional.ofNullable(file.superName()).flatMap(this::file);
  }

  private static List<Value> given(MarkedMethod method) {
    Stream<Value> self = method.has(Opcodes.ACC_STATIC) ? Stream.of() : Stream.of(new Value.Self());
    Stream<Value> parameters =
        IntStream.range(0, method.parameters().size()).mapToObj(Value.Given::new);
    return Stream.concat(self, parameters).toList();
  }

  /** Between an overload and its method stands one that fills in the defaults. */
  private Optional<HandedOn> throughDefaults(MarkedMethod method, HandedOn call) {
    boolean defaults =
        call.opcode() == Opcodes.INVOKESTATIC
            && isOwn(method, call)
            && call.method().startsWith(method.id().methodName() + "$default(");
    return defaults ? HandedOn.by(own.bytes(), call.method(), call.arguments()) : Optional.of(call);
  }

  private Optional<MarkedMethod> target(MarkedMethod method, HandedOn call) {
    Optional<ClassFile> owner = isOwn(method, call) ? Optional.of(own) : file(call.owner());
    return owner.flatMap(
        file ->
            file.method(call.method())
                .filter(found -> !found.has(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE))
                .filter(found -> isReached(found, call, file))
                .map(marking)
                .filter(found -> isOneOf(found, marking.apply(method)))
                .filter(found -> takesOver(found, method, call)));
  }

  private static boolean isOwn(MarkedMethod method, HandedOn call) {
    return call.owner().equals(method.id().className().replace('.', '/'));
  }

  /** Whether no subclass can have another method in its place. */
  private static boolean isReached(MarkedMethod found, HandedOn call, ClassFile owner) {
    return call.opcode() == Opcodes.INVOKESTATIC
        || found.has(Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE)
        || owner.isFinal();
  }

  private static boolean isOneOf(MarkedMethod found, MarkedMethod method) {
    return found.stage().equals(method.stage())
        && found.pipeline().equals(method.pipeline())
        && Definitions.obstacle(found).isEmpty();
  }

  /** Whether a call has the same receiver, or that of an object, and each argument its marks. */
  private static boolean takesOver(MarkedMethod found, MarkedMethod method, HandedOn call) {
    boolean receiver =
        call.opcode() == Opcodes.INVOKESTATIC
            || call.receiver() instanceof Value.Static
            || (call.receiver() instanceof Value.Self && isOwn(method, call));
    return receiver
        && IntStream.range(0, call.arguments().size())
            .allMatch(i -> isAlike(call.arguments().get(i), found.parameters().get(i), method));
  }

  private static boolean isAlike(Value argument, Parameter taking, MarkedMethod method) {
    if (argument instanceof Value.Given given) {
      Parameter giving = method.parameters().get(given.parameter());
      return giving.key() == taking.key()
          && giving.unsaved() == taking.unsaved()
          && giving.uncompared() == taking.uncompared();
    }
    return argument instanceof Value.Constant;
  }

  private Optional<ClassFile> file(String owner) {
    if (loader == null) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(owner + ".class")) {
      return Optional.ofNullable(in).map(Forwarders::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassFile read(InputStream in) {
    try {
      byte[] bytes = in.readAllBytes();
      return new ClassFile(bytes, StageReader.read(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
