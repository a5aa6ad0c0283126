package dev.cairn.core.differential.program;

import static dev.cairn.core.differential.program.Making.any;

import dev.cairn.core.differential.program.AppModel.Badge;
import dev.cairn.core.differential.program.AppModel.ByText;
import dev.cairn.core.differential.program.AppModel.Desk;
import dev.cairn.core.differential.program.AppModel.Failure;
import dev.cairn.core.differential.program.AppModel.Leaf;
import dev.cairn.core.differential.program.AppModel.Node;
import dev.cairn.core.differential.program.AppModel.Outer;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One small change of one object, as programs make them. */
public final class Changing {

  private Changing() {}

  /** Changes the object that the step means. */
  public static void step(long step, Heap heap) {
    SplittableRandom random = new SplittableRandom(step);
    if (random.nextInt(10) == 0) {
      swap(random, heap);
    } else {
      Object target = heap.pick(random, object -> true).orElse(heap.desk());
      change(target, random, heap);
    }
  }

  private static void change(Object target, SplittableRandom random, Heap heap) {
    if (target instanceof Desk desk) {
      desk(desk, random, heap);
    } else if (MakingOdd.spoil(target, random, heap)) {
      return;
    } else if (target instanceof Node node) {
      node(node, random, heap);
    } else if (target.getClass().isArray()) {
      array(target, random, heap);
    } else if (target instanceof Map<?, ?> || target instanceof Collection<?>) {
      tolerant(() -> ChangingContainers.change(target, random, heap), heap);
    } else if (!application(target, random, heap)) {
      ChangingHolders.change(target, random, heap);
    }
  }

  /** What a container refuses is no change. */
  private static void tolerant(Runnable change, Heap heap) {
    try {
      change.run();
    } catch (UnsupportedOperationException
        | NullPointerException
        | ClassCastException
        | IllegalStateException e) {
      heap.note("  // refused by the container: " + e.getClass().getSimpleName());
    }
  }

  private static void desk(Desk desk, SplittableRandom random, Heap heap) {
    Object value = any(random, heap);
    switch (random.nextInt(4)) {
      case 0 -> {
        desk.count++;
        heap.set(desk, "count", desk.count);
      }
      case 1 -> {
        desk.top = value;
        heap.set(desk, "top", value);
      }
      case 2 -> {
        desk.first = random.nextInt(4) == 0 ? null : Making.node(random, heap);
        heap.set(desk, "first", desk.first);
      }
      default -> {
        desk.papers = list(random, heap);
        heap.set(desk, "papers", desk.papers);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(SplittableRandom random, Heap heap) {
    return (List<Object>)
        heap.pick(random, List.class::isInstance)
            .orElseGet(() -> Making.made(random, heap, new ArrayList<>()));
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<Object, Object> map(SplittableRandom random, Heap heap) {
    return (Map<Object, Object>) heap.pick(random, Map.class::isInstance).orElse(null);
  }

  private static void node(Node node, SplittableRandom random, Heap heap) {
    switch (random.nextInt(14)) {
      case 0 -> heap.set(node, "count", node.count += 1);
      case 1, 2 -> node.any = heap.set(node, "any", any(random, heap));
      case 3 -> ((AppModel.Base) node).any = heap.set(node, "Base.any", any(random, heap));
      case 4 -> node.next = heap.set(node, "next", Making.node(random, heap));
      case 5 ->
          node.next =
              heap.set(node, "next", (Node) heap.pick(random, Node.class::isInstance).orElse(null));
      case 6 -> node.next = heap.set(node, "next", null);
      case 7 -> node.colour = heap.set(node, "colour", Keys.colour(random));
      case 8 -> node.array = heap.set(node, "array", new Object[] {any(random, heap), node});
      case 9 -> node.items = heap.set(node, "items", list(random, heap));
      case 10 -> node.index = heap.set(node, "index", map(random, heap));
      case 11 -> node.text = heap.set(node, "text", text(random, heap));
      case 12 -> leaf(node, random, heap);
      default -> numbers(node, random, heap);
    }
  }

  private static @Nullable CharSequence text(SplittableRandom random, Heap heap) {
    return (CharSequence) heap.pick(random, CharSequence.class::isInstance).orElse("text");
  }

  private static void leaf(Node node, SplittableRandom random, Heap heap) {
    if (node instanceof Leaf leaf) {
      leaf.boxed = heap.set(leaf, "boxed", random.nextInt());
    }
  }

  private static void numbers(Node node, SplittableRandom random, Heap heap) {
    heap.note(heap.name(node) + ": its numbers change");
    node.total = random.nextLong();
    node.flag = !node.flag;
    node.small++;
    node.letter++;
    node.number--;
    node.ratio = -node.ratio;
    node.amount = random.nextInt(3) - 1.0;
  }

  private static void array(Object array, SplittableRandom random, Heap heap) {
    int length = Array.getLength(array);
    if (length == 0) {
      return;
    }
    int index = random.nextInt(length);
    Object value = element(array.getClass().getComponentType(), random, heap);
    try {
      Array.set(array, index, value);
      heap.note(heap.name(array) + "[" + index + "] = " + heap.name(value));
    } catch (IllegalArgumentException e) {
      Array.set(array, index, null);
      heap.note(heap.name(array) + "[" + index + "] = null");
    }
  }

  private static @Nullable Object element(Class<?> type, SplittableRandom random, Heap heap) {
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == char.class) {
      return (char) random.nextInt(99);
    }
    if (type.isPrimitive()) {
      return (byte) random.nextInt(99);
    }
    return any(random, heap);
  }

  private static boolean application(Object target, SplittableRandom random, Heap heap) {
    if (target instanceof Badge key) {
      key.payload = heap.set(key, "payload", any(random, heap));
    } else if (target instanceof Outer outer) {
      outer.value++;
      outer.held = heap.set(outer, "held", any(random, heap));
    } else if (target instanceof Outer.Inner inner) {
      inner.seen++;
      inner.other = heap.set(inner, "other", any(random, heap));
    } else if (target instanceof Failure failure) {
      failure(failure, random, heap);
    } else if (target instanceof ByText order) {
      order.memo = heap.set(order, "memo", any(random, heap));
    } else {
      return false;
    }
    return true;
  }

  private static void failure(Failure failure, SplittableRandom random, Heap heap) {
    failure.code++;
    failure.detail = Keys.value(random);
    if (random.nextBoolean()) {
      heap.call(failure, "addSuppressed");
      failure.addSuppressed(Making.made(random, heap, new Failure("more", random.nextInt(5))));
    }
  }

  /** Two objects of one class exchange what they hold. */
  private static void swap(SplittableRandom random, Heap heap) {
    Object one =
        heap.pick(random, o -> o instanceof Node || o.getClass() == ArrayList.class)
            .orElse(heap.desk());
    Object two = heap.pick(random, o -> o.getClass() == one.getClass()).orElse(one);
    if (one instanceof Node a && two instanceof Node b) {
      heap.note(heap.name(a) + " and " + heap.name(b) + " swap next, any and items");
      Node next = a.next;
      a.next = b.next;
      b.next = next;
      Object any = a.any;
      a.any = b.any;
      b.any = any;
      List<Object> items = a.items;
      a.items = b.items;
      b.items = items;
    } else if (one instanceof ArrayList<?> && two instanceof ArrayList<?>) {
      ChangingContainers.swap(one, two, heap);
    }
  }
}
