package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.Origin;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proxies of the JDK: the interfaces that they implement, and their handler. */
final class ProxyKind extends NodeKind {
  private final PrivateField field;
  private final Slot handler;

  private ProxyKind(Class<?> type, PrivateField field) {
    super(
        type,
        Layout.of(Proxy.class.getName())
            .slot(Slot.made("handler", InvocationHandler.class, Mark.COMPARED))
            .body(Body.ELEMENTS, Class.class)
            .bodyAtCreation()
            .build());
    this.field = field;
    this.handler = layout().slots().get(0);
  }

  /** The kind of a proxy class, or of {@code Proxy}, by which they are recorded. */
  static Optional<NodeKind> of(Class<?> type, Access access) {
    boolean proxy = Proxy.isProxyClass(type) || type == Proxy.class;
    return proxy
        ? access.jdkField(Proxy.class, "h").map(field -> new ProxyKind(type, field))
        : Optional.empty();
  }

  @Override
  public Class<?> recorded() {
    return Proxy.class;
  }

  @Override
  public String identity() {
    return Proxy.class.getName();
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    sink.reference(handler, field.get(object));
    Class<?>[] interfaces = object.getClass().getInterfaces();
    sink.body(interfaces.length);
    for (Class<?> implemented : interfaces) {
      sink.element(implemented);
    }
  }

  @Override
  public Object create(Content content) {
    Class<?>[] interfaces =
        Arrays.stream(content.elements()).map(ProxyKind::type).toArray(Class<?>[]::new);
    ClassLoader loader =
        Arrays.stream(interfaces)
            .filter(type -> !Origin.isJdk(type))
            .findFirst()
            .map(Class::getClassLoader)
            .orElse(ClassLoader.getPlatformClassLoader());
    return Proxy.newProxyInstance(loader, interfaces, new Unfinished());
  }

  private static Class<?> type(@Nullable Object element) {
    if (element instanceof Class<?> type && type.isInterface()) {
      return type;
    }
    throw new IllegalArgumentException("a proxy of what is no interface");
  }

  /** Stands for the handler until that is there. */
  private static final class Unfinished implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
      throw new IllegalStateException("a proxy that is not complete");
    }
  }

  @Override
  public void assign(Object object, Content content) {
    field.set(object, content.get(handler));
  }
}
