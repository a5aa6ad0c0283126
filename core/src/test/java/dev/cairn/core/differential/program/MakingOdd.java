package dev.cairn.core.differential.program;

import static dev.cairn.core.differential.program.Making.made;
import static dev.cairn.core.differential.program.Making.some;

import dev.cairn.core.differential.program.AppModel.ByText;
import dev.cairn.core.differential.program.AppModel.Crowded;
import dev.cairn.core.differential.program.AppModel.Loose;
import dev.cairn.core.differential.program.AppModel.Recent;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the documents say may be refused, and programs that break the rules of their containers. */
public final class MakingOdd {
  private static final int CROWD = 80;

  private MakingOdd() {}

  public static Object object(SplittableRandom random, Heap heap) {
    Object some = some(random, heap);
    List<Object> list = new ArrayList<>(List.of(some, "b", "c"));
    Object made =
        switch (random.nextInt(10)) {
          case 0 -> lambda(some);
          case 1 -> list.subList(0, 2);
          case 2 -> ByteBuffer.allocate(8);
          case 3 -> proxy(some);
          case 4 -> new HashMap<>(Map.of("a", some)).entrySet().iterator().next();
          case 5 -> list.iterator();
          case 6 -> crowded();
          case 7 -> Collections.newSetFromMap(new IdentityHashMap<>());
          case 8 -> new TreeMap<Object, Object>(Map.of("a", some)).headMap("z");
          default -> new Loose(random.nextInt(20));
        };
    return made(random, heap, made);
  }

  private static Supplier<Object> lambda(Object captured) {
    return () -> captured;
  }

  private static Object proxy(Object held) {
    return Proxy.newProxyInstance(
        MakingOdd.class.getClassLoader(),
        new Class<?>[] {Supplier.class},
        (self, method, arguments) -> held);
  }

  /** So many keys in one bucket that it becomes a tree. */
  private static Map<Object, Object> crowded() {
    Map<Object, Object> map = new HashMap<>();
    for (int i = 0; i < CROWD; i++) {
      map.put(new Crowded(i), i);
    }
    return map;
  }

  /** Whether the documents allow that a heap with this object is refused. */
  public static boolean mayBeRefused(Object object) {
    return object.getClass().isHidden()
        || object instanceof Proxy
        || object instanceof Iterator<?>
        || object instanceof Loose
        || object instanceof ByText order && order.turned
        || object instanceof Recent recent && recent.size() > recent.limit
        || isLiveEntry(object);
  }

  private static boolean isLiveEntry(Object object) {
    Class<?> outer = object.getClass().getEnclosingClass();
    return object instanceof Map.Entry<?, ?>
        && outer != null
        && !outer.getSimpleName().equals("AbstractMap")
        && !Anatomy.isOurs(object);
  }

  /** Changes what containers rely on. */
  public static boolean spoil(Object object, SplittableRandom random, Heap heap) {
    if (object instanceof Loose loose && heap.isOdd()) {
      loose.id = random.nextInt(20);
      heap.set(loose, "id", loose.id);
    } else if (object instanceof ByText order && heap.isOdd() && random.nextInt(4) == 0) {
      order.descending = !order.descending;
      order.turned = true;
      heap.set(order, "descending", order.descending);
    } else if (object instanceof Recent recent && heap.isOdd() && random.nextInt(4) == 0) {
      recent.limit = random.nextInt(8);
      heap.set(recent, "limit", recent.limit);
    } else {
      return false;
    }
    return true;
  }
}
