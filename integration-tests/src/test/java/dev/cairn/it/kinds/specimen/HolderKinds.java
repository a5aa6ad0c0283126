package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.foreign;
import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/** Objects of the JDK that hold a thing or a few. */
final class HolderKinds {

  private HolderKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(atomics(), references(), random(), rest()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> atomics() {
    return Stream.of(
        used("AtomicBoolean", () -> new AtomicBoolean(true), Object::toString),
        used(
            "AtomicInteger",
            () -> new AtomicInteger(5),
            n -> ((AtomicInteger) n).incrementAndGet()),
        used("AtomicLong", () -> new AtomicLong(5), n -> ((AtomicLong) n).incrementAndGet()),
        used(
            "AtomicIntegerArray", () -> new AtomicIntegerArray(new int[] {1, 2}), Object::toString),
        used("AtomicLongArray", () -> new AtomicLongArray(new long[] {1, 2}), Object::toString),
        used("LongAdder", HolderKinds::adder, adder -> ((LongAdder) adder).sum()),
        used("DoubleAdder", HolderKinds::doubleAdder, adder -> ((DoubleAdder) adder).sum()),
        foreign("LongAccumulator", () -> new LongAccumulator(Long::max, 0), "does not know"));
  }

  private static Object adder() {
    LongAdder adder = new LongAdder();
    adder.add(5);
    return adder;
  }

  private static Object doubleAdder() {
    DoubleAdder adder = new DoubleAdder();
    adder.add(0.1);
    adder.add(0.2);
    return adder;
  }

  private static Stream<Specimen> references() {
    return Stream.of(
        same("Optional", () -> Optional.of("x")),
        used("Optional, empty", Optional::empty, optional -> ((Optional<?>) optional).isEmpty()),
        used("AtomicReference", () -> new AtomicReference<>("x"), Object::toString),
        used(
            "AtomicReferenceArray",
            () -> new AtomicReferenceArray<>(new String[] {"a", null}),
            Object::toString),
        used(
            "AtomicStampedReference",
            () -> new AtomicStampedReference<>("x", 7),
            r -> ((AtomicStampedReference<?>) r).getStamp()),
        used(
            "AtomicMarkableReference",
            () -> new AtomicMarkableReference<>("x", true),
            r -> ((AtomicMarkableReference<?>) r).isMarked()));
  }

  private static Stream<Specimen> random() {
    return Stream.of(
        used("Random", () -> new Random(5), random -> ((Random) random).nextInt()),
        used(
            "Random in the middle", HolderKinds::begun, random -> ((Random) random).nextGaussian()),
        used(
            "SplittableRandom",
            HolderKinds::split,
            random -> ((SplittableRandom) random).nextLong()),
        foreign("RandomGenerator, another", HolderKinds::another, "does not know"));
  }

  private static Object another() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(5);
  }

  private static Object begun() {
    Random random = new Random(5);
    random.nextGaussian();
    return random;
  }

  private static Object split() {
    SplittableRandom random = new SplittableRandom(5);
    random.nextLong();
    return random.split();
  }

  private static Stream<Specimen> rest() {
    return Stream.of(
        same("Object", Object::new),
        used("IntSummaryStatistics", HolderKinds::ints, Object::toString),
        used(
            "DoubleSummaryStatistics",
            HolderKinds::doubles,
            s -> ((DoubleSummaryStatistics) s).getAverage()));
  }

  private static Object ints() {
    IntSummaryStatistics statistics = new IntSummaryStatistics();
    statistics.accept(3);
    return statistics;
  }

  private static Object doubles() {
    DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
    statistics.accept(0.1);
    statistics.accept(0.2);
    return statistics;
  }
}
