package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.app.PlainKind;
import dev.cairn.core.graph.jdk.format.Formats;
import dev.cairn.core.graph.jdk.view.Buffers;
import dev.cairn.core.graph.jdk.view.MapViews;
import dev.cairn.core.graph.jdk.view.SubLists;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Access;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.BitSet;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.Spliterator;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Kinds of the JDK's classes that are no containers. What is not known is refused. */
public final class JdkKinds {
  private static final Set<Class<?>> OPEN =
      Set.of(
          AbstractMap.SimpleEntry.class,
          AbstractMap.SimpleImmutableEntry.class,
          AtomicBoolean.class,
          AtomicInteger.class,
          AtomicLong.class,
          AtomicReference.class,
          Random.class);

  private final Access access;
  private final Map<Class<?>, NodeKind> holders;
  private final Set<Class<?>> immutableLists = new HashSet<>();
  private final Set<Class<?>> immutableHashes = new HashSet<>();

  /** All of them. */
  public JdkKinds(Access access) {
    this.access = access;
    this.holders = new Holders(access).all();
    List.of(List.of(), List.of(1), List.of(1, 2, 3), Stream.of(1, 2, 3).toList())
        .forEach(list -> immutableLists.add(list.getClass()));
    List.of(Set.of(), Set.of(1), Set.of(1, 2, 3))
        .forEach(set -> immutableHashes.add(set.getClass()));
    List.of(Map.of(), Map.of(1, 1), Map.of(1, 1, 2, 2))
        .forEach(map -> immutableHashes.add(map.getClass()));
  }

  /** Whether a class of the JDK is the sum of its fields, for what the application makes of it. */
  public static boolean isOpen(Class<?> type) {
    return OPEN.contains(type);
  }

  /** The kind of a lambda or a throwable, whoever declares it. */
  public Optional<Kind> special(Class<?> type) throws ReflectiveOperationException {
    if (LambdaKind.isLambda(type)) {
      Optional<NodeKind> written = WrittenLambdaKind.of(type, access);
      return Optional.of(written.isPresent() ? written.get() : LambdaKind.of(type, access));
    }
    Optional<NodeKind> proxy = ProxyKind.of(type, access);
    if (proxy.isPresent()) {
      return proxy.map(kind -> kind);
    }
    return Throwable.class.isAssignableFrom(type)
        ? Optional.of(ThrowableKind.of(type, access))
        : Optional.empty();
  }

  /**
   * The kind of a class of the JDK.
   *
   * @throws ReflectiveOperationException if it is one that needs what cannot be reached
   */
  public Kind of(Class<?> type) throws ReflectiveOperationException {
    NodeKind holder = SqlDates.isOne(type) ? SqlDates.kind(type) : holders.get(type);
    if (holder != null) {
      return holder;
    }
    if (type == SerializedLambda.class) {
      return WrittenLambdaKind.recorded(access);
    }
    if (type == Object.class) {
      return PlainKind.of(type, type, access);
    }
    if (type == BitSet.class) {
      return new BitSetKind();
    }
    if (immutableLists.contains(type)) {
      return new ImmutableListKind(type);
    }
    if (immutableHashes.contains(type)) {
      return new ImmutableHashKind(type, access);
    }
    return rest(type);
  }

  private Optional<Kind> window(Class<?> type) throws ReflectiveOperationException {
    Optional<Kind> buffer = Buffers.of(type, access);
    if (buffer.isPresent()) {
      return buffer;
    }
    Optional<NodeKind> view = MapViews.of(type, access);
    Optional<NodeKind> list = view.isPresent() ? view : SubLists.of(type, access);
    return (list.isPresent() ? list : Formats.of(type, access)).map(kind -> kind);
  }

  private Kind rest(Class<?> type) throws ReflectiveOperationException {
    Optional<Kind> known = window(type);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<List<Field>> fields = Transparent.fields(type);
    if (fields.isPresent()) {
      return PlainKind.of(type, fields.get(), access);
    }
    if (Iterator.class.isAssignableFrom(type)
        || Enumeration.class.isAssignableFrom(type)
        || Spliterator.class.isAssignableFrom(type)) {
      return new Kind.Positioned("an iterator");
    }
    if (Map.Entry.class.isAssignableFrom(type)) {
      return new Kind.Unsupported(
          "it is an entry of a live map, which cannot be told; copy it with Map.entry or"
              + " AbstractMap.SimpleEntry");
    }
    return new Kind.Unsupported(
        Future.class.isAssignableFrom(type)
            ? "it is a computation that may be under way"
            : "Cairn does not know this class of the JDK");
  }
}
