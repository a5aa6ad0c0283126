package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Serializable lambdas and method references: told by the method that they stand for and what they
 * captured, made again by the class that they stand in, which knows its own.
 */
final class WrittenLambdaKind extends NodeKind {
  private static final String HOST = "capturingClass";
  private static final String METHOD_KIND = "implMethodKind";

  private final Access access;
  private final Optional<MethodHandle> written;
  private final List<Part> parts;
  private final Slot host;
  private final Slot methodKind;

  private WrittenLambdaKind(Class<?> type, Access access, Optional<MethodHandle> written) {
    super(type, form());
    this.access = access;
    this.written = written;
    this.parts = parts(layout().slots());
    this.host = named(HOST);
    this.methodKind = named(METHOD_KIND);
  }

  /** One text of what a lambda is written as. */
  private record Part(Slot slot, Function<SerializedLambda, String> getter) {}

  /** The kind of a lambda's class, if its instances can be written and made again. */
  static Optional<NodeKind> of(Class<?> type, Access access) {
    String outer = type.getName().substring(0, type.getName().indexOf("$$Lambda"));
    Optional<MethodHandle> written =
        access.jdkMethod(type, "writeReplace", MethodType.methodType(Object.class));
    return written.isPresent() && maker(host(outer, type.getClassLoader()), access).isPresent()
        ? Optional.of(new WrittenLambdaKind(type, access, written))
        : Optional.empty();
  }

  /** The kind by whose name they are recorded. */
  static NodeKind recorded(Access access) {
    return new WrittenLambdaKind(SerializedLambda.class, access, Optional.empty());
  }

  private static Optional<Class<?>> host(String name, @Nullable ClassLoader loader) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static Optional<MethodHandle> maker(Optional<Class<?>> host, Access access) {
    return host.flatMap(
        type ->
            access.jdkStatic(
                type,
                "$deserializeLambda$",
                MethodType.methodType(Object.class, SerializedLambda.class)));
  }

  private static Layout form() {
    Layout.Builder layout = Layout.of(SerializedLambda.class.getName());
    layout.slot(Slot.made(HOST, Class.class, Mark.COMPARED).creating());
    layout.slot(Slot.made(METHOD_KIND, int.class, Mark.COMPARED).creating());
    for (String name :
        List.of(
            "interfaceClass",
            "interfaceMethod",
            "interfaceSignature",
            "implClass",
            "implMethod",
            "implSignature",
            "instantiatedType")) {
      layout.slot(Slot.made(name, String.class, Mark.COMPARED).creating());
    }
    return layout.body(Body.ELEMENTS, Object.class).bodyAtCreation().build();
  }

  private static List<Part> parts(List<Slot> slots) {
    return List.of(
        new Part(slots.get(2), SerializedLambda::getFunctionalInterfaceClass),
        new Part(slots.get(3), SerializedLambda::getFunctionalInterfaceMethodName),
        new Part(slots.get(4), SerializedLambda::getFunctionalInterfaceMethodSignature),
        new Part(slots.get(5), SerializedLambda::getImplClass),
        new Part(slots.get(6), SerializedLambda::getImplMethodName),
        new Part(slots.get(7), SerializedLambda::getImplMethodSignature),
        new Part(slots.get(8), SerializedLambda::getInstantiatedMethodType));
  }

  private Slot named(String name) {
    return layout().slots().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public Class<?> recorded() {
    return SerializedLambda.class;
  }

  @Override
  public String identity() {
    return SerializedLambda.class.getName();
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    SerializedLambda lambda = written(object);
    String outer = lambda.getCapturingClass().replace('/', '.');
    ClassLoader loader = object.getClass().getClassLoader();
    sink.reference(host, host(outer, loader).orElseThrow());
    sink.primitive(methodKind, lambda.getImplMethodKind());
    parts.forEach(part -> sink.reference(part.slot(), part.getter().apply(lambda)));
    sink.body(lambda.getCapturedArgCount());
    for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
      sink.element(lambda.getCapturedArg(i));
    }
  }

  private SerializedLambda written(Object object) {
    try {
      return (SerializedLambda) written.orElseThrow().invoke(object);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Object create(Content content) {
    if (!(content.get(host) instanceof Class<?> outer)) {
      throw new IllegalArgumentException("a lambda of no class");
    }
    MethodHandle maker = maker(Optional.of(outer), access).orElseThrow();
    try {
      return maker.invoke(lambda(outer, content));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private SerializedLambda lambda(Class<?> outer, Content content) {
    String[] texts =
        parts.stream().map(part -> String.valueOf(content.get(part.slot()))).toArray(String[]::new);
    return new SerializedLambda(
        outer,
        texts[0],
        texts[1],
        texts[2],
        (int) content.bits(methodKind),
        texts[3],
        texts[4],
        texts[5],
        texts[6],
        content.elements());
  }

  /** A lambda never changes. */
  @Override
  public void assign(Object object, Content content) {}
}
