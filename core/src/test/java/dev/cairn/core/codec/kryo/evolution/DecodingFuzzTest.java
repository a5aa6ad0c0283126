package dev.cairn.core.codec.kryo.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.Payload;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What bytes can do that nobody has verified: nothing but fail as declared, or give something of
 * the classes that were recorded. Each snapshot is small, so that every byte of it has its turn.
 */
class DecodingFuzzTest {
  private static final long SEED = 20261123;
  private static final int MUTATIONS = 2_000;
  private static final long MOST_BYTES = 64L << 20;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Everything that a stream might talk into running is a trap. */
  private static final String APPLICATION =
      """
      class Trap implements Comparable<Trap> {
        int a; Trap(int a) { this.a = a; }
        static int sprung;
        @Override public int hashCode() { sprung++; return a; }
        @Override public boolean equals(Object other) { sprung++; return other == this; }
        @Override public int compareTo(Trap other) { sprung++; return a - other.a; }
        @Override public String toString() { sprung++; return "trap"; }
      }
      class Trip { static { Trap.sprung += 1000; } int a = 1; }
      record Pair(Object left, Object right) {}
      enum Kind { X, Y { void f() {} } }
      class Make {
        static List<Object> all() {
          Trap trap = new Trap(1);
          List<Object> list = new ArrayList<>(Arrays.asList(1, "text \\u00e9 \\ud83d\\ude00", null, 2.5, trap, 'c', true, 7L));
          list.add(list);
          Map<Object, Object> map = new HashMap<>(Map.of("a", 1, "b", list));
          map.put(trap, trap);
          return List.of(list, map, new Pair(trap, new Pair(list, Kind.Y)), new int[] {1, 2, 3},
            new Object[][] {{trap}, {}}, new TreeMap<>(Map.of(trap, 1)), EnumSet.of(Kind.X), Set.of(trap, "x"),
            new java.math.BigDecimal("12.50"), java.time.Instant.EPOCH, java.util.regex.Pattern.compile("(a)[b]"),
            new ArrayDeque<>(list.subList(0, 2)), new StringBuilder("sb"), Optional.of(trap), new BitSet(70),
            new java.util.concurrent.ArrayBlockingQueue<Object>(3), new RuntimeException("oh"), Kind.class,
            new LinkedHashMap<Object, Object>(16, 0.75f, true), Collections.unmodifiableList(list), java.net.URI.create("a:b"));
        }
        static Object it() { return all().get(0); }
        static Object pick(int i) { return all().get(i); }
        static int size() { return all().size(); }
        static int sprung() { return Trap.sprung; }
      }
      """;

  private final Version application = new Version(APPLICATION);
  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();
  private final GraphWalker walker =
      new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1));
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @BeforeEach
  void note() {
    System.out.println("seed " + SEED);
  }

  /** A snapshot of what a call left: its argument and its result, the argument changed. */
  private record Small(byte[] bytes, Set<String> classes) {}

  private WalkedGraph inputs() {
    Object[] arguments = {new ArrayList<>(List.of("argument", 1))};
    return walker.walk(Frame.ofArguments(List.of(Parameter.plain("ctx")), arguments, application));
  }

  private List<Small> smalls() {
    int count = (int) application.call("size");
    return IntStream.range(0, count).mapToObj(this::small).toList();
  }

  @SuppressWarnings("unchecked")
  private Small small(int which) {
    WalkedGraph entry = inputs();
    Object argument = entry.object(1);
    ((List<Object>) argument).add("changed");
    EncodedSnapshot snapshot =
        codec.encode(entry, entry.frame().returning(application.call("pick", which)));
    return new Small(snapshot.bytes().toBytes(), Set.copyOf(snapshot.classes()));
  }

  /** Decodes what is no snapshot, perhaps, and watches what that does. */
  private void decode(byte[] bytes, Set<String> allowed, String what) {
    int sprung = (int) application.call("sprung");
    long before = thread.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    try {
      codec.decode(Payload.of(bytes), allowed, inputs());
    } catch (CairnException e) {
      assertThat(e.getMessage()).isNotBlank();
    } catch (Throwable e) {
      fail(what + " let something else than what is declared out", e);
    }
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).as(what).isLessThan(MOST_BYTES);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LONGEST);
    assertThat((int) application.call("sprung")).as(what + " ran foreign code").isEqualTo(sprung);
  }

  @Test
  void everyByteFlippedAndEveryLengthCut() {
    List<Small> smalls = smalls();
    for (int which = 0; which < smalls.size(); which++) {
      Small small = smalls.get(which);
      for (int at = 0; at < small.bytes().length; at++) {
        byte[] bad = small.bytes().clone();
        bad[at] ^= (byte) (1 << random.nextInt(8));
        decode(bad, small.classes(), "a flip at " + at + " of " + which);
        decode(Arrays.copyOf(small.bytes(), at), small.classes(), at + " bytes of " + which);
      }
    }
  }

  @Test
  void severalBytesChangedAndPiecesPutElsewhere() {
    List<Small> smalls = smalls();
    for (int trial = 0; trial < MUTATIONS; trial++) {
      Small small = smalls.get(random.nextInt(smalls.size()));
      byte[] bad = small.bytes().clone();
      if (random.nextBoolean()) {
        for (int flips = random.nextInt(2, 6); flips > 0; flips--) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        }
      } else {
        byte[] other = smalls.get(random.nextInt(smalls.size())).bytes();
        int length = random.nextInt(1, Math.min(24, Math.min(other.length, bad.length)));
        System.arraycopy(
            other,
            random.nextInt(other.length - length + 1),
            bad,
            random.nextInt(bad.length - length + 1),
            length);
      }
      decode(bad, small.classes(), "mutation " + trial);
    }
  }

  /** What is let through is applied as a whole, or fails as declared and leaves all as it was. */
  @Test
  void damagedBytesThatAreAppliedChangeAllOrNothing() {
    List<Small> smalls = smalls();
    int applied = 0;
    int undone = 0;
    for (int trial = 0; trial < MUTATIONS; trial++) {
      Small small = smalls.get(random.nextInt(smalls.size()));
      byte[] bad = small.bytes().clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      WalkedGraph live = inputs();
      try {
        codec.decode(Payload.of(bad), small.classes(), live).apply();
        applied++;
      } catch (CodecException e) {
        assertThat(live.object(1)).as("trial %d", trial).isEqualTo(List.of("argument", 1));
        undone++;
      } catch (CairnException e) {
        assertThat(e).as("trial %d", trial).isNotInstanceOf(RestoreException.class);
      } catch (Throwable e) {
        fail("trial " + trial + " let something else than what is declared out", e);
      }
    }
    assertThat(applied).isPositive();
    assertThat(undone).isPositive();
  }

  @Test
  void hugeNumbersAnywhereAskForNoMemory() {
    byte[][] huge = {
      {-1, -1, -1, -1, 7},
      {-1, -1, -1, -1, 15},
      {-2, -1, -1, -1, 15},
      {-2, -1, -1, -1, 7},
      {-2, -1, -1, -1, 1},
      {127, -1, -1, -1},
      {-128, -128, -128, -128, 4}
    };
    List<Small> smalls = smalls();
    for (int which = 0; which < smalls.size(); which++) {
      byte[] good = smalls.get(which).bytes();
      for (int at = 0; at < good.length - 5; at++) {
        for (int one = random.nextInt(2); one < huge.length; one += 3) {
          byte[] number = huge[one];
          byte[] bad = good.clone();
          System.arraycopy(number, 0, bad, at, number.length);
          decode(bad, smalls.get(which).classes(), "a number at " + at + " of " + which);
        }
      }
    }
  }

  @Test
  void anotherClassIsNotEvenInitialisedAndWouldBeIfItWereAllowed() {
    Small small = small(0);
    byte[] forged =
        new String(small.bytes(), StandardCharsets.ISO_8859_1)
            .replace("Trap", "Trip")
            .getBytes(StandardCharsets.ISO_8859_1);
    Set<String> all = new HashSet<>(small.classes());
    all.add("Trip");

    decode(forged, small.classes(), "a forged class");

    assertThatThrownBy(() -> decode(forged, all, "a class that was let in"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ran foreign code");
  }

  @Test
  void aCountIsComparedWithTheBytesThatAreThereAndWouldPassIfItWereNot() {
    byte[] bytes = {-1, -1, -1, -1, 7};
    BoundedInput bounded = new BoundedInput(new ByteArrayInputStream(bytes), bytes.length);
    BoundedInput unbounded = new BoundedInput(new ByteArrayInputStream(bytes), Long.MAX_VALUE);

    assertThatThrownBy(() -> bounded.count(1)).isInstanceOf(CodecException.class);
    assertThatThrownBy(() -> unbounded.count(1))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("elements");
    assertThat(
            new BoundedInput(new ByteArrayInputStream(new byte[] {-1, -1, -1, 7}), Long.MAX_VALUE)
                .count(1))
        .isGreaterThan(10_000_000);
  }

  @Test
  void goodBytesAreDecodedAsEverAfterAllThat() {
    Small small = small(0);
    decode(new byte[] {1, 2, 3}, small.classes(), "three bytes");
    decode(Arrays.copyOf(small.bytes(), 100), small.classes(), "a hundred bytes");

    Object restored = codec.decode(Payload.of(small.bytes()), small.classes(), inputs()).apply();

    assertThat(Dump.of(restored)).startsWith("[1, text é 😀, null, 2.5, Trap{");
  }
}
