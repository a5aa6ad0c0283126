package dev.cairn.core.graph.type;

import dev.cairn.core.graph.app.CanonicalRecordKind;
import dev.cairn.core.graph.app.FieldMarks;
import dev.cairn.core.graph.app.Hooks;
import dev.cairn.core.graph.app.LibraryKinds;
import dev.cairn.core.graph.app.ObjectArrayKind;
import dev.cairn.core.graph.app.PlainKind;
import dev.cairn.core.graph.app.PrimitiveArrayKind;
import dev.cairn.core.graph.app.SerializedKind;
import dev.cairn.core.graph.app.Serializers;
import dev.cairn.core.graph.jdk.JdkKinds;
import dev.cairn.core.graph.jdk.Outside;
import dev.cairn.core.graph.jdk.container.Containers;
import dev.cairn.core.graph.jdk.value.Values;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.Annotations;
import dev.cairn.core.graph.reflect.Origin;
import dev.cairn.core.graph.reflect.Services;
import dev.cairn.core.model.ClassAliases;
import java.lang.reflect.Field;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSequentialList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The kind of every class, found once per class and kept as long as the class. Safe for use by many
 * threads; one per process is enough.
 */
public final class Kinds {
  private static final Set<Class<?>> STATELESS =
      Set.of(AbstractList.class, AbstractSequentialList.class, AbstractMap.class);

  private final Access access;
  private final UnaryOperator<Kind> treatment;
  private final ClassAliases aliases;
  private final Services services;
  private final Values values;
  private final Containers containers;
  private final JdkKinds jdk;
  private final ClassValue<Kind> kinds =
      new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
          return named(type, treatment.apply(find(type)));
        }
      };

  private final ClassValue<AfterRestore> hooks =
      new ClassValue<>() {
        @Override
        protected AfterRestore computeValue(Class<?> type) {
          return new AfterRestore(type);
        }
      };
  private final Constants constants;
  private @Nullable Kinds opaque;
  private final Serializers serializers = new Serializers();

  /** Kinds that reach private parts in the given way. */
  public Kinds(Access access) {
    this(access, ClassAliases.NONE);
  }

  /** Kinds of classes of which some had other names when they were recorded. */
  public Kinds(Access access, ClassAliases aliases) {
    this(access, aliases, Services.MARKED);
  }

  /** The same, where more classes are services than those that say so. */
  public Kinds(Access access, ClassAliases aliases, Services services) {
    this(access, aliases, services, UnaryOperator.identity());
  }

  /**
   * Kinds of which some are treated otherwise.
   *
   * @param treatment what becomes of the kind that a class would have
   */
  public Kinds(Access access, UnaryOperator<Kind> treatment) {
    this(access, ClassAliases.NONE, Services.MARKED, treatment);
  }

  private Kinds(
      Access access, ClassAliases aliases, Services services, UnaryOperator<Kind> treatment) {
    this.access = access;
    this.aliases = aliases;
    this.services = services;
    this.treatment = treatment;
    this.values = new Values(access);
    this.containers = new Containers(access, values);
    this.jdk = new JdkKinds(access);
    this.constants = new Constants(access, this::of);
  }

  /** The kind of a class's instances. */
  public Kind of(Class<?> type) {
    return kinds.get(type);
  }

  /** The names that classes had when they were recorded. */
  public ClassAliases aliases() {
    return aliases;
  }

  /** Which classes are services of a container. */
  public Services services() {
    return services;
  }

  /** The kind of value with a code, if there is one. */
  public Optional<ValueKind> value(int code) {
    return values.at(code);
  }

  /** What is called on an object of a class when it was restored. */
  public AfterRestore afterRestore(Class<?> type) {
    return hooks.get(type);
  }

  /** Which constants hold which objects. */
  public Constants constants() {
    return constants;
  }

  /**
   * What a {@code static final} field holds, if there is one; its class is initialised by that.
   *
   * @throws IllegalStateException if its class cannot be initialised
   */
  public Optional<Object> constant(Class<?> owner, String field) {
    return Constants.value(owner, field, access);
  }

  /** Kinds that refuse nothing: what could not be walked is not looked into. */
  public synchronized Kinds opaque() {
    Kinds made = opaque;
    if (made == null) {
      made = new Kinds(access, ClassAliases.NONE, services, kind -> opaque(treatment.apply(kind)));
      opaque = made;
    }
    return made;
  }

  private static Kind opaque(Kind kind) {
    return kind instanceof Kind.Unsupported || kind instanceof Kind.Positioned
        ? new Kind.Infrastructure("not looked into")
        : kind;
  }

  /** How private parts are reached. */
  public Access access() {
    return access;
  }

  /** Notes a class whose constants objects may refer to; it must be initialized. */
  public void use(Class<?> type) {
    if (!Origin.isJdk(type)) {
      constants.use(type);
    }
  }

  /** Two classes that are called alike could not be told apart. */
  private Kind named(Class<?> type, Kind kind) {
    String recorded = aliases.recorded(type.getName());
    if (!recorded.equals(type.getName()) && isThere(recorded, type.getClassLoader())) {
      return new Kind.Unsupported(
          "cairn.aliases says that it was called "
              + recorded
              + ", but a class of that name is there");
    }
    if (!aliases.isEmpty() && kind instanceof NodeKind node) {
      node.callClasses(aliases::recorded);
    }
    return kind;
  }

  private static boolean isThere(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Classes that others generate may name some that nobody has. */
  private Kind find(Class<?> type) {
    try {
      return known(type);
    } catch (LinkageError e) {
      return new Kind.Unsupported("it names a class that cannot be loaded: " + e.getMessage());
    }
  }

  private Kind known(Class<?> type) {
    constants.note(type);
    if (type.isArray()) {
      return type.getComponentType().isPrimitive()
          ? new PrimitiveArrayKind(type)
          : new ObjectArrayKind(type);
    }
    Optional<ValueKind> value = values.of(type);
    if (value.isPresent()) {
      return value.get();
    }
    if (Annotations.isUnsaved(type)) {
      return new Kind.Infrastructure("marked @Unsaved");
    }
    return serialized(type).or(() -> Outside.of(type)).orElseGet(() -> node(type));
  }

  /** The application's word about a type counts more than ours. */
  private Optional<Kind> serialized(Class<?> type) {
    try {
      return serializers.of(type).map(serializer -> new SerializedKind(type, serializer));
    } catch (ReflectiveOperationException e) {
      return Optional.of(new Kind.Unsupported(String.valueOf(e.getMessage())));
    }
  }

  private Kind node(Class<?> type) {
    try {
      Optional<Class<?>> base = containers.base(type);
      if (base.isPresent()) {
        return containers.kind(type, base.get());
      }
      Optional<Kind> special = jdk.special(type);
      if (special.isPresent()) {
        return special.get();
      }
      return Origin.isJdk(type) ? jdk.of(type) : application(type);
    } catch (ReflectiveOperationException e) {
      return new Kind.Unsupported("it is closed to Cairn: " + e.getMessage());
    }
  }

  private Kind application(Class<?> type) throws ReflectiveOperationException {
    if (services.contain(type)) {
      return service(type);
    }
    if (type.isRecord() && !access.isTrusted()) {
      return CanonicalRecordKind.of(type, access);
    }
    Class<?> above = jdkSuperclass(type);
    if (JdkKinds.isOpen(above) && access.isTrusted()) {
      return PlainKind.of(type, Object.class, access);
    }
    return hasState(above)
        ? new Kind.Unsupported("it extends " + above.getName() + ", which Cairn does not know")
        : plain(type, above);
  }

  private Kind plain(Class<?> type, Class<?> above) throws ReflectiveOperationException {
    Optional<String> refusal = LibraryKinds.refusal(type);
    if (refusal.isPresent()) {
      return new Kind.Unsupported(refusal.get());
    }
    if (Hooks.replacesCopies(type)) {
      return PlainKind.found(
          type,
          FieldMarks.fields(type, above),
          access,
          "it declares readResolve, so one made field by field might be one too many; hold it in a"
              + " static final field of its class");
    }
    PlainKind kind = PlainKind.of(type, above, access);
    return LibraryKinds.obstacle(type, access).map(kind::unless).orElse(kind);
  }

  /**
   * A service, which many calls use at once, is state in its values and in what is marked so. It is
   * the container's to make.
   */
  private Kind service(Class<?> type) throws ReflectiveOperationException {
    List<Field> state =
        FieldMarks.fields(type, jdkSuperclass(type)).stream()
            .filter(field -> Annotations.isSaved(field) || isValue(field.getType()))
            .toList();
    return PlainKind.found(type, state, access, "it is a service, which its container makes");
  }

  private boolean isValue(Class<?> type) {
    return type.isPrimitive() || values.of(type).isPresent();
  }

  /** Collections that the application writes itself keep a count of changes up there, no more. */
  private static boolean hasState(Class<?> type) {
    return !STATELESS.contains(type)
        && FieldMarks.fields(type, Object.class).stream().findAny().isPresent();
  }

  /** The first superclass that is the JDK's. */
  public static Class<?> jdkSuperclass(Class<?> type) {
    Class<?> c = type;
    while (!Origin.isJdk(c)) {
      c = c.getSuperclass();
    }
    return c;
  }
}
