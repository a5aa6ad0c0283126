package dev.cairn.core.codec.kryo;

import dev.cairn.core.codec.kryo.HeapModel.Base;
import dev.cairn.core.codec.kryo.HeapModel.Colour;
import dev.cairn.core.codec.kryo.HeapModel.Failure;
import dev.cairn.core.codec.kryo.HeapModel.Key;
import dev.cairn.core.codec.kryo.HeapModel.Node;
import dev.cairn.core.codec.kryo.HeapModel.Outer;
import dev.cairn.core.codec.kryo.HeapModel.TaggedList;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Changes single objects at random, as a stage might. */
@SuppressWarnings({"BadImport", "EnumOrdinal", "JavaUtilDate"}) // odd things are what is tested
final class HeapChanges {
  private final SplittableRandom random;
  private final HeapMakers makers;
  private final List<Object> pool;

  HeapChanges(SplittableRandom random, HeapMakers makers, List<Object> pool) {
    this.random = random;
    this.makers = makers;
    this.pool = pool;
  }

  /** Something to refer to: an object that is there, a new one, a value, nothing. */
  Object any() {
    int choice = random.nextInt(10);
    if (choice < 5 && !pool.isEmpty()) {
      return pool.get(random.nextInt(pool.size()));
    }
    if (choice < 7) {
      return remember(makers.make());
    }
    if (choice == 7 && pool.size() > 1) {
      return remember(makers.wrap(some(), some()));
    }
    return makers.value();
  }

  private Object some() {
    return pool.get(random.nextInt(pool.size()));
  }

  private Object remember(Object made) {
    pool.add(made);
    return made;
  }

  @SuppressWarnings("unchecked")
  void change(Object object) {
    if (object instanceof Node node) {
      changeNode(node);
    } else if (object instanceof Object[] array && array.length > 0) {
      changeArray(array);
    } else if (object instanceof EnumSet<?> set) {
      ((EnumSet<Colour>) set).add(Colour.values()[random.nextInt(3)]);
    } else if (object instanceof EnumMap<?, ?> map) {
      ((EnumMap<Colour, Object>) map).put(Colour.values()[random.nextInt(3)], any());
    } else if (object instanceof Map<?, ?> map) {
      tolerant(() -> changeMap((Map<Object, Object>) map));
    } else if (object instanceof Collection<?> collection) {
      tolerant(() -> changeCollection((Collection<Object>) collection));
    } else {
      changeHolder(object);
    }
  }

  /** What cannot be changed stays as it is, and so does what refuses an element. */
  private static void tolerant(Runnable change) {
    try {
      change.run();
    } catch (UnsupportedOperationException | NullPointerException e) {
      return;
    }
  }

  private void changeNode(Node node) {
    switch (random.nextInt(9)) {
      case 0 -> node.count++;
      case 1 -> node.any = any();
      case 2 -> ((Base) node).any = any();
      case 3 -> node.next = makers.node();
      case 4 -> node.next = null;
      case 5 -> node.colour = Colour.BLUE;
      case 6 -> node.array = new Object[] {any(), node};
      case 7 -> node.total = random.nextLong();
      default -> node.flag = !node.flag;
    }
  }

  private void changeArray(Object[] array) {
    Object element = any();
    if (array.getClass().getComponentType().isInstance(element)) {
      array[random.nextInt(array.length)] = element;
    } else {
      array[0] = null;
    }
  }

  private void changeMap(Map<Object, Object> map) {
    boolean repeatable = !(map instanceof IdentityHashMap);
    int choice = random.nextInt(6);
    if (choice < 2 && !repeatable) {
      return;
    }
    if (choice == 0 && !map.isEmpty()) {
      map.remove(map.keySet().iterator().next());
    } else if (choice == 1 && !map.isEmpty()) {
      map.entrySet().iterator().next().setValue(any());
    } else if (choice == 2) {
      map.clear();
    } else {
      Object key = makers.key();
      if (repeatable || map.keySet().stream().noneMatch(key::equals)) {
        map.put(key, any());
      }
    }
  }

  private void changeCollection(Collection<Object> collection) {
    boolean keys = !(collection instanceof List<?>) && !(collection instanceof ArrayDeque);
    int choice = random.nextInt(6);
    if (collection instanceof TaggedList list) {
      list.tag = "t" + choice;
      list.owner = any();
    }
    if (choice == 0 && !collection.isEmpty()) {
      collection.remove(collection.iterator().next());
    } else if (choice == 1 && collection instanceof List<Object> list && !list.isEmpty()) {
      list.set(random.nextInt(list.size()), any());
    } else if (choice == 2 && collection instanceof Queue<Object> queue) {
      queue.poll();
    } else if (choice == 3 && random.nextInt(3) == 0) {
      collection.clear();
    } else {
      collection.add(keys ? makers.key() : any());
    }
  }

  private void changeHolder(Object object) {
    if (object instanceof int[] array && array.length > 0) {
      array[random.nextInt(array.length)] = random.nextInt();
    } else if (object instanceof AtomicInteger atomic) {
      atomic.incrementAndGet();
    } else if (object instanceof AtomicReference<?>) {
      setReference(object);
    } else if (object instanceof StringBuilder builder) {
      builder.append("+");
    } else if (object instanceof Date date) {
      date.setTime(random.nextInt());
    } else if (object instanceof Random generator) {
      generator.nextGaussian();
    } else if (object instanceof BitSet bits) {
      bits.flip(random.nextInt(200));
    } else if (object instanceof Key key) {
      key.payload = any();
    } else if (object instanceof Outer outer) {
      outer.value++;
    } else if (object instanceof Failure failure) {
      failure.code++;
      failure.addSuppressed(new IllegalStateException("more"));
    }
  }

  @SuppressWarnings("unchecked")
  private void setReference(Object atomic) {
    ((AtomicReference<Object>) atomic).set(any());
  }
}
