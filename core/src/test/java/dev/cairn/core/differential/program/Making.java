package dev.cairn.core.differential.program;

import dev.cairn.core.differential.program.AppModel.Badge;
import dev.cairn.core.differential.program.AppModel.ByText;
import dev.cairn.core.differential.program.AppModel.Desk;
import dev.cairn.core.differential.program.AppModel.Failure;
import dev.cairn.core.differential.program.AppModel.Leaf;
import dev.cairn.core.differential.program.AppModel.Node;
import dev.cairn.core.differential.program.AppModel.Outer;
import dev.cairn.core.differential.program.AppModel.Point;
import dev.cairn.core.differential.program.AppModel.Registry;
import dev.cairn.core.differential.program.AppModel.Single;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Makes objects of every sort, and chooses what to refer to. */
public final class Making {
  private static final int ODD_ONE_IN = 12;

  private Making() {}

  /** Something to refer to: an object that is there, a new one, a value, a constant, nothing. */
  public static @Nullable Object any(SplittableRandom random, Heap heap) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> heap.pick(random, object -> true).orElse(heap.desk());
      case 9, 10, 11, 12 -> object(random, heap);
      case 13 -> null;
      case 14 -> constant(random);
      default -> Keys.value(random);
    };
  }

  /** An object for certain, known or new. */
  public static Object some(SplittableRandom random, Heap heap) {
    return random.nextInt(3) == 0
        ? object(random, heap)
        : heap.pick(random, object -> true).orElse(heap.desk());
  }

  private static Object constant(SplittableRandom random) {
    return switch (random.nextInt(13)) {
      case 0, 1 -> Single.INSTANCE;
      case 2 -> Desk.NOTHING;
      case 3 -> Collections.emptyList();
      case 4 -> Comparator.naturalOrder();
      case 5 -> String.CASE_INSENSITIVE_ORDER;
      case 6 -> Optional.empty();
      case 7 -> Collections.emptyMap();
      case 8 -> Registry.FALLBACK;
      case 9 -> Registry.NONE;
      case 10 -> Registry.ALL;
      case 11 -> Registry.ALL.get(1);
      default -> List.of();
    };
  }

  /** A new object, which the heap knows from now on. */
  public static Object object(SplittableRandom random, Heap heap) {
    if (heap.isOdd() && random.nextInt(ODD_ONE_IN) == 0) {
      return MakingOdd.object(random, heap);
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> node(random, heap);
      case 3 -> application(random, heap);
      case 4 -> array(random, heap);
      case 5 -> holder(random, heap);
      case 6 -> MakingContainers.wrapper(random, heap);
      case 7 -> MakingContainers.sequence(random, heap);
      case 8 -> MakingContainers.set(random, heap);
      case 9, 10 -> MakingContainers.map(random, heap);
      default -> MakingContainers.fixed(random, heap);
    };
  }

  public static Node node(SplittableRandom random, Heap heap) {
    String name = "n" + random.nextInt(1000);
    boolean leaf = random.nextInt(4) == 0;
    Node node = leaf ? new Leaf(name, any(random, heap)) : new Node(name);
    node.count = random.nextInt(10);
    node.ratio = (float) random.nextDouble();
    node.amount = random.nextBoolean() ? Double.NaN : random.nextDouble();
    node.letter = (char) random.nextInt(300);
    node.colour = random.nextBoolean() ? null : Keys.colour(random);
    return heap.remember(node, random.nextLong(), (leaf ? "new Leaf " : "new Node ") + name);
  }

  private static Object application(SplittableRandom random, Heap heap) {
    return switch (random.nextInt(9)) {
      case 0 -> made(random, heap, new Badge(random.nextInt(60)));
      case 1 -> made(random, heap, new Point(random.nextInt(9), random.nextDouble(), "p"));
      case 2 -> made(random, heap, new Outer());
      case 3 -> made(random, heap, outer(random, heap).new Inner());
      case 4 -> {
        Outer outer = outer(random, heap);
        yield made(random, heap, outer.anonymous(random.nextInt(5), any(random, heap)));
      }
      case 5 -> {
        Outer outer = outer(random, heap);
        yield made(random, heap, outer.local(any(random, heap)));
      }
      case 6 -> made(random, heap, new Failure("failed", random.nextInt(9)));
      case 7 -> made(random, heap, new ByText());
      default -> made(random, heap, new Object());
    };
  }

  private static Outer outer(SplittableRandom random, Heap heap) {
    return (Outer)
        heap.pick(random, Outer.class::isInstance).orElseGet(() -> made(random, heap, new Outer()));
  }

  /** Notes a new object by the name of its class. */
  public static <T> T made(SplittableRandom random, Heap heap, T object) {
    return heap.remember(object, random.nextLong(), "new " + object.getClass().getSimpleName());
  }

  private static Object array(SplittableRandom random, Heap heap) {
    int length = random.nextInt(5);
    Object array =
        switch (random.nextInt(13)) {
          case 0 -> new int[length];
          case 1 -> new double[] {random.nextDouble(), -0.0};
          case 2 -> new byte[length * 10];
          case 3 -> new boolean[] {true, random.nextBoolean()};
          case 4 -> new char[] {'a', (char) random.nextInt(9)};
          case 5 -> new String[] {"x", null};
          case 6 -> new Node[length];
          case 7 -> new long[2][length];
          case 8 -> new Comparable<?>[] {1, "a", null};
          case 9 -> new float[length];
          case 10 -> new short[] {(short) length};
          default -> new Object[length];
        };
    return made(random, heap, array);
  }

  @SuppressWarnings("JavaUtilDate") // applications have them
  private static Object holder(SplittableRandom random, Heap heap) {
    Object holder =
        switch (random.nextInt(13)) {
          case 0 -> new AtomicInteger(random.nextInt());
          case 1 -> new AtomicLong(random.nextLong());
          case 2 -> new AtomicBoolean();
          case 3 -> new LongAdder();
          case 4 -> new DoubleAdder();
          case 5 -> new StringBuilder("sb" + random.nextInt(9));
          case 6 -> new StringBuffer("sf" + random.nextInt(9));
          case 7 -> new Date(random.nextInt());
          case 8 -> new Random(random.nextInt());
          case 9 -> new SplittableRandom(random.nextInt());
          case 10 -> BitSet.valueOf(new long[] {random.nextLong()});
          default -> new AtomicReference<>(any(random, heap));
        };
    return made(random, heap, holder);
  }
}
