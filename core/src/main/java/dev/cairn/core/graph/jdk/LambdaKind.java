package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.app.Fields;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.FieldHandle;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Access;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lambdas and method references that are there already: compared by the method they stand for and
 * what they captured, linked again. A new one cannot be made in another JVM, as its class has no
 * name there.
 */
final class LambdaKind extends NodeKind {
  private final FieldHandle[] fields;
  private final String identity;

  private LambdaKind(Class<?> type, Fields fields, String identity) {
    super(type, fields.layout());
    this.fields = fields.handles();
    this.identity = identity;
  }

  /** Whether a class was made for a lambda. */
  static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.getName().contains("$$Lambda");
  }

  /**
   * The kind of such a class.
   *
   * @throws ReflectiveOperationException if what it stands for cannot be found out
   */
  static LambdaKind of(Class<?> type, Access access) throws ReflectiveOperationException {
    List<Field> captured =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .sorted(Comparator.comparing(Field::getName))
            .toList();
    Fields fields = Fields.ofHidden(captured, access);
    return new LambdaKind(type, fields, identity(type, access));
  }

  private static String identity(Class<?> type, Access access) throws ReflectiveOperationException {
    String outer = type.getName().substring(0, type.getName().indexOf("$$Lambda"));
    List<String> calls = new ArrayList<>();
    for (Class<?> implemented : type.getInterfaces()) {
      calls.add(implemented.getName());
    }
    for (String call : calls(type, access)) {
      if (!call.startsWith(outer.replace('.', '/') + "$$Lambda")) {
        calls.add(call);
      }
    }
    return outer + "$$Lambda" + calls;
  }

  /** The methods that the class calls, from its constants: among them the one it stands for. */
  private static List<String> calls(Class<?> type, Access access)
      throws ReflectiveOperationException {
    Class<?> pool = Class.forName("jdk.internal.reflect.ConstantPool");
    MethodHandle open = handle(access, Class.class, "getConstantPool", pool);
    MethodHandle size = handle(access, pool, "getSize", int.class);
    MethodHandle member =
        access
            .jdkMethod(pool, "getMemberRefInfoAt", MethodType.methodType(String[].class, int.class))
            .orElseThrow(() -> new IllegalAccessException("lambdas need the agent"));
    try {
      Object constants = open.invoke(type);
      int count = (int) size.invoke(constants);
      List<String> calls = new ArrayList<>();
      for (int i = 1; i < count; i++) {
        member(member, constants, i).ifPresent(calls::add);
      }
      return own(calls);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ReflectiveOperationException(e);
    }
  }

  private static MethodHandle handle(Access access, Class<?> owner, String name, Class<?> returned)
      throws IllegalAccessException {
    return access
        .jdkMethod(owner, name, MethodType.methodType(returned))
        .orElseThrow(() -> new IllegalAccessException("lambdas need the agent"));
  }

  private static Optional<String> member(MethodHandle member, Object constants, int index)
      throws Throwable {
    try {
      String[] parts = (String[]) member.invoke(constants, index);
      return Optional.of(String.join(".", parts));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Without its constructor and what boxes: where nothing is left, nothing is known of it. */
  private static List<String> own(List<String> calls) throws IllegalAccessException {
    List<String> own =
        calls.stream()
            .filter(call -> !call.startsWith("java/lang/Object.<init>"))
            .filter(call -> !call.matches("java/lang/[A-Z]\\w+\\.(\\w+Value|valueOf)\\..*"))
            .filter(call -> !call.contains("$$Lambda"))
            .toList();
    if (own.isEmpty()) {
      throw new IllegalAccessException("a lambda whose method cannot be found out");
    }
    return own;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public Optional<String> notCreatable() {
    return Optional.of(
        "a new lambda has no name by which another JVM could make it; make it a named class or"
            + " record");
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    for (FieldHandle field : fields) {
      field.visit(object, sink);
    }
  }

  @Override
  public Object create(Content content) {
    throw new IllegalStateException("a lambda cannot be made");
  }

  @Override
  public void assign(Object object, Content content) {
    throw new IllegalStateException("a lambda cannot be written");
  }
}
