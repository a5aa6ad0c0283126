package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.jdk.container.Base.Traits;
import dev.cairn.core.graph.jdk.value.Values;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Access;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The containers of the JDK that can be changed, and the application's subclasses of them. */
public final class Containers {
  private final Map<Class<?>, Base> bases = new HashMap<>();
  private final Access access;
  private final HashTables tables;
  private final Likeness likeness;

  /** All of them. */
  public Containers(Access access, Values values) {
    this.access = access;
    this.tables = new HashTables(access);
    this.likeness = new Likeness(values::of);
    sequences();
    hashed();
    new SpecialContainers(access, tables, object -> isFixed(values, object))
        .all()
        .forEach(this::add);
  }

  /**
   * The class among the JDK's containers that a class is, implements inside the JDK, or extends in
   * the application, if there is one.
   */
  public Optional<Class<?>> base(Class<?> type) {
    Class<?> c = type;
    while (ContainerKind.isOwn(c)) {
      c = c.getSuperclass();
    }
    Class<?> known = EnumSet.class.isAssignableFrom(c) ? EnumSet.class : c;
    return bases.containsKey(known) ? Optional.of(known) : Optional.empty();
  }

  /**
   * The kind of a class.
   *
   * @param base what {@link #base} found for it
   * @throws ReflectiveOperationException if its fields cannot be reached
   */
  public NodeKind kind(Class<?> type, Class<?> base) throws ReflectiveOperationException {
    Base found = bases.get(base);
    if (found == null) {
      throw new IllegalArgumentException("not a container: " + base);
    }
    return found.traits().body() == Body.ENTRIES
        ? new MapKind(type, found, access, likeness)
        : new CollectionKind(type, found, access, likeness);
  }

  private static boolean isFixed(Values values, @Nullable Object object) {
    return object == null || object instanceof Enum<?> || values.of(object.getClass()).isPresent();
  }

  private void add(Base base) {
    bases.put(base.type(), base);
  }

  private void add(Class<?> type, Traits traits, Supplier<Object> maker) {
    add(Base.simple(type, traits, maker));
  }

  private void sequences() {
    add(ArrayList.class, Traits.LIST, ArrayList::new);
    add(LinkedList.class, Traits.LIST, LinkedList::new);
    add(Vector.class, Traits.LIST, Vector::new);
    add(Stack.class, Traits.LIST, Stack::new);
    add(CopyOnWriteArrayList.class, Traits.QUEUE, CopyOnWriteArrayList::new);
    add(CopyOnWriteArraySet.class, Traits.ORDERED_SET, CopyOnWriteArraySet::new);
    add(ArrayDeque.class, Traits.QUEUE, ArrayDeque::new);
    add(ConcurrentLinkedQueue.class, Traits.QUEUE, ConcurrentLinkedQueue::new);
    add(ConcurrentLinkedDeque.class, Traits.QUEUE, ConcurrentLinkedDeque::new);
  }

  private void hashed() {
    addHashed(HashSet.class, Traits.HASH_SET, HashSet::new);
    addHashed(HashMap.class, Traits.HASH_MAP, HashMap::new);
    addHashed(ConcurrentHashMap.class, Traits.HASH_MAP, ConcurrentHashMap::new);
    addHashed(LinkedHashSet.class, Traits.ORDERED_SET, LinkedHashSet::new);
    add(IdentityHashMap.class, Traits.HASH_MAP, IdentityHashMap::new);
    add(new OldTables(access).hashtable());
  }

  private void addHashed(Class<?> type, Traits traits, Supplier<Object> maker) {
    add(
        new Base(
            type,
            traits.ordered() ? tables.slotsOfOrdered() : tables.slots(),
            traits,
            slots -> maker.get(),
            (object, slots) -> {},
            traits.ordered() ? tables.ofOrdered() : tables));
  }
}
