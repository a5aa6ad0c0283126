package dev.cairn.core.differential.program;

import static dev.cairn.core.differential.program.Making.any;

import java.util.AbstractMap;
import java.util.BitSet;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Changes JDK objects that hold one thing or a few. */
public final class ChangingHolders {

  private ChangingHolders() {}

  static void change(Object target, SplittableRandom random, Heap heap) {
    int drawn = random.nextInt(100);
    if (number(target, drawn) || text(target, drawn) || generator(target)) {
      heap.call(target, "change", drawn);
    } else if (target instanceof AtomicReference<?> || target instanceof Map.Entry<?, ?>) {
      reference(target, any(random, heap), heap);
    }
  }

  private static boolean number(Object target, int drawn) {
    if (target instanceof AtomicInteger atomic) {
      atomic.addAndGet(drawn);
    } else if (target instanceof AtomicLong atomic) {
      atomic.addAndGet(drawn);
    } else if (target instanceof AtomicBoolean atomic) {
      atomic.set(!atomic.get());
    } else if (target instanceof LongAdder adder) {
      adder.add(drawn);
    } else if (target instanceof DoubleAdder adder) {
      adder.add(drawn);
    } else if (target instanceof BitSet bits) {
      bits.flip(drawn * 3);
    } else {
      return false;
    }
    return true;
  }

  @SuppressWarnings("JavaUtilDate") // applications have them
  private static boolean text(Object target, int drawn) {
    if (target instanceof StringBuilder builder) {
      builder.append(drawn).setLength(Math.max(1, builder.length() - drawn % 3));
    } else if (target instanceof StringBuffer buffer) {
      buffer.insert(0, drawn);
    } else if (target instanceof Date date) {
      date.setTime(drawn);
    } else {
      return false;
    }
    return true;
  }

  private static boolean generator(Object target) {
    if (target instanceof Random random) {
      return random.nextGaussian() < Double.MAX_VALUE;
    }
    return target instanceof SplittableRandom random && random.nextDouble() < 1;
  }

  @SuppressWarnings("unchecked")
  private static void reference(Object target, @Nullable Object value, Heap heap) {
    if (target instanceof AtomicReference<?>) {
      heap.call(target, "set", value);
      ((AtomicReference<@Nullable Object>) target).set(value);
    } else if (target instanceof AbstractMap.SimpleEntry<?, ?>) {
      heap.call(target, "setValue", value);
      ((Map.Entry<Object, @Nullable Object>) target).setValue(value);
    }
  }
}
