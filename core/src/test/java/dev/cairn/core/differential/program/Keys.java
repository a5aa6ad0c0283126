package dev.cairn.core.differential.program;

import dev.cairn.core.differential.program.AppModel.Badge;
import dev.cairn.core.differential.program.AppModel.ByText;
import dev.cairn.core.differential.program.AppModel.Colour;
import dev.cairn.core.differential.program.AppModel.Crowded;
import dev.cairn.core.differential.program.AppModel.Loose;
import dev.cairn.core.differential.program.AppModel.Node;
import dev.cairn.core.differential.program.AppModel.Outer;
import dev.cairn.core.differential.program.AppModel.Point;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Values, and objects that are fit to be keys. */
@SuppressWarnings("EnumOrdinal") // a constant drawn by lot
public final class Keys {

  private Keys() {}

  /** Something whose identity is worthless. */
  public static Object value(SplittableRandom random) {
    return switch (random.nextInt(18)) {
      case 0 -> random.nextInt(1000);
      case 1 -> "text" + random.nextInt(50);
      case 2 -> random.nextLong();
      case 3 -> random.nextDouble();
      case 4 -> colour(random);
      case 5 -> LocalDate.ofEpochDay(random.nextInt(20000));
      case 6 -> new BigDecimal("1." + random.nextInt(100));
      case 7 -> new UUID(random.nextLong(), random.nextLong());
      case 8 -> random.nextBoolean();
      case 9 -> "Über" + (char) random.nextInt(0x20, 0xD000);
      case 10 -> (float) random.nextInt(5);
      case 11 -> (short) random.nextInt(9);
      case 12 -> (byte) random.nextInt(9);
      case 13 -> (char) random.nextInt('a', 'z');
      case 14 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
      case 15 -> Duration.ofMillis(random.nextInt()).toString().isEmpty() ? "" : ZoneOffset.UTC;
      case 16 -> BigInteger.valueOf(random.nextLong()).shiftLeft(random.nextInt(80));
      default -> named(random);
    };
  }

  private static Object named(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> String.class;
      case 1 -> int[].class;
      case 2 -> Locale.GERMANY;
      case 3 -> ZoneId.of("Asia/Kolkata");
      default -> Duration.ofMillis(random.nextInt());
    };
  }

  public static Colour colour(SplittableRandom random) {
    return Colour.values()[random.nextInt(Colour.values().length)];
  }

  /** A key for any container: hashed, sorted or neither. */
  public static Object of(Object container, SplittableRandom random, Heap heap) {
    Comparator<?> order = order(container);
    if (order instanceof ByText) {
      return random.nextInt(4) == 0 ? known(random, heap) : fresh(random, heap);
    }
    if (isByIdentity(container)) {
      return heap.pick(random, Keys::hasIdentity).orElseGet(() -> Making.node(random, heap));
    }
    if (isSorted(container)) {
      return (random.nextBoolean() ? "Key" : "key") + random.nextInt(40);
    }
    return switch (random.nextInt(4)) {
      case 0 -> heap.pick(random, Keys::hasIdentity).orElse(7);
      case 1 -> known(random, heap);
      default -> fresh(random, heap);
    };
  }

  private static Object known(SplittableRandom random, Heap heap) {
    return heap.pick(random, o -> o instanceof Badge || o instanceof Point || o instanceof Loose)
        .orElse("none");
  }

  private static Object fresh(SplittableRandom random, Heap heap) {
    return switch (random.nextInt(6)) {
      case 0 -> {
        int id = random.nextInt(60);
        yield heap.remember(new Badge(id), random.nextLong(), "new Badge(" + id + ")");
      }
      case 1 -> {
        Point point = new Point(random.nextInt(5), random.nextInt(5), null);
        yield heap.remember(point, random.nextLong(), "new " + point);
      }
      case 2 -> random.nextInt(60);
      case 3 -> colour(random);
      default -> "key" + random.nextInt(60);
    };
  }

  /** Whether nobody but the object itself equals it. */
  public static boolean hasIdentity(Object object) {
    return object.getClass() == Object.class
        || object instanceof Node
        || object instanceof Outer
        || object instanceof Outer.Inner;
  }

  /** Whether asking for its hash ends, which is not so of a list that holds itself. */
  public static boolean isSafe(@Nullable Object key) {
    return key == null
        || Anatomy.isValue(key)
        || hasIdentity(key)
        || key instanceof Badge
        || key instanceof Point
        || key instanceof Loose
        || key instanceof Crowded;
  }

  /** Whether a container tells equal values apart, whose identity means nothing to Cairn. */
  public static boolean isByIdentity(Object container) {
    return container instanceof IdentityHashMap<?, ?>
        || container.getClass().getSimpleName().equals("SetFromMap");
  }

  public static boolean isSorted(Object container) {
    return container instanceof SortedMap<?, ?>
        || container instanceof SortedSet<?>
        || container instanceof PriorityQueue<?>
        || container instanceof PriorityBlockingQueue<?>;
  }

  public static @Nullable Comparator<?> order(Object container) {
    if (container instanceof SortedMap<?, ?> map) {
      return map.comparator();
    }
    if (container instanceof SortedSet<?> set) {
      return set.comparator();
    }
    if (container instanceof PriorityQueue<?> queue) {
      return queue.comparator();
    }
    return container instanceof PriorityBlockingQueue<?> queue ? queue.comparator() : null;
  }

  /** Whether the order in which a container tells its elements is the same for its counterpart. */
  public static boolean isRepeatable(Collection<?> keys) {
    return keys.stream().allMatch(Keys::isRepeatable);
  }

  public static boolean isRepeatable(@Nullable Object key) {
    return hasHashOfItsOwn(key) && !(key instanceof Enum<?>);
  }

  /** Whether its hash comes from what it says; those of constants are drawn anew in every JVM. */
  public static boolean hasHashOfItsOwn(@Nullable Object key) {
    return key != null && isSafe(key) && !hasIdentity(key) && !(key instanceof Crowded);
  }
}
