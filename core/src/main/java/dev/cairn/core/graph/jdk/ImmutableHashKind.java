package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.app.Fields;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Set.of} and {@code Map.of} return. Their elements may have no hash before everything
 * else is written: so an empty instance is made, and at the end it gets the fields of a twin.
 */
final class ImmutableHashKind extends NodeKind {
  private final boolean map;
  private final List<PrivateField> fields = new ArrayList<>();
  private final Optional<Constructor<?>> allocator;

  ImmutableHashKind(Class<?> type, Access access) throws ReflectiveOperationException {
    super(
        type,
        Layout.of(type.getName())
            .body(isMap(type) ? Body.ENTRIES : Body.ELEMENTS, Object.class)
            .unordered()
            .countAtCreation()
            .build());
    this.map = isMap(type);
    this.allocator =
        access.isTrusted() ? Optional.of(access.allocator(type, Object.class)) : Optional.empty();
    if (access.isTrusted()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          fields.add(access.field(field));
        }
      }
    }
  }

  private static boolean isMap(Class<?> type) {
    return Map.class.isAssignableFrom(type);
  }

  @Override
  public Optional<String> notCreatable() {
    return allocator.isPresent()
        ? Optional.empty()
        : Optional.of("immutable sets and maps need the agent");
  }

  @Override
  public boolean asksElements() {
    return true;
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    if (map) {
      Map<?, ?> entries = (Map<?, ?>) object;
      sink.body(entries.size());
      entries.forEach(
          (key, value) -> {
            sink.element(key);
            sink.element(value);
          });
    } else {
      Set<?> elements = (Set<?>) object;
      sink.body(elements.size());
      elements.forEach(sink::element);
    }
  }

  /** A key that changed while it was in there is not found, but would be found in a twin. */
  @Override
  public Optional<String> obstacle(Object object) {
    boolean found =
        map
            ? ((Map<?, ?>) object).keySet().stream().allMatch(((Map<?, ?>) object)::containsKey)
            : ((Set<?>) object).stream().allMatch(((Set<?>) object)::contains);
    return found
        ? Optional.empty()
        : Optional.of("one of its keys has changed, so that it is not found; do not change keys");
  }

  @Override
  public Object create(Content content) {
    return content.count() == 0
        ? (map ? Map.of() : Set.of())
        : Fields.allocate(allocator.orElseThrow());
  }

  @Override
  public void assign(Object object, Content content) {
    Object twin = map ? twinMap(content.elements()) : Set.of(content.elements());
    if (twin.getClass() != object.getClass()) {
      throw new IllegalStateException("this JDK makes a " + twin.getClass().getName());
    }
    for (PrivateField field : fields) {
      if (field.isPrimitive()) {
        field.setBits(object, field.bits(twin));
      } else {
        field.set(object, field.get(twin));
      }
    }
  }

  private static Object twinMap(@Nullable Object[] pairs) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      entries.add(Map.entry(present(pairs[i]), present(pairs[i + 1])));
    }
    return Map.ofEntries(entries.toArray(Map.Entry<?, ?>[]::new));
  }

  private static Object present(@Nullable Object object) {
    if (object == null) {
      throw new IllegalArgumentException("null in an immutable map");
    }
    return object;
  }
}
