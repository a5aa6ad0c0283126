package dev.cairn.benchmarks.state;

import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Measures what the constants of a large program add to a save of a few new objects: 20,000 loaded
 * classes, every fourth of them initialised and with a constant list. Prints microseconds of
 * processor time per save: without a view of the classes, with one soon after the last initialiser
 * began, and with one after a minute in which none did.
 */
public final class SmallSaveCost {
  private static final int CLASSES = 20_000;
  private static final int INITIALIZED = 4;
  private static final int SAVES = 200;
  private static final int ROUNDS = 20;
  private static final long QUIET_SECONDS = 64;
  private static final double NANOS_PER_MICRO = 1e3;

  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final WalkedGraph nothing;

  private SmallSaveCost(Access access) {
    this.nothing =
        new GraphWalker(new Kinds(access), Long.MAX_VALUE, new SplittableRandom(1))
            .walk(
                Frame.ofArguments(List.of(), new Object[0], SmallSaveCost.class.getClassLoader()));
  }

  /** A class of a large program. */
  static final class Constants {
    static final List<Object> HELD = new ArrayList<>(List.of("text", Locale.ROOT));

    private Constants() {}
  }

  /** What is saved. */
  record Small(int number) {}

  /** Measures and prints. */
  public static void main(String[] arguments)
      throws IOException, ReflectiveOperationException, InterruptedException {
    Class<?>[] classes = classes();
    SmallSaveCost seeing = new SmallSaveCost(Access.best().seeing(classes::clone));
    print("UNSEEN", new SmallSaveCost(Access.best()).micros());
    print("SEEN", seeing.micros());
    seeing.saveNowAndThen();
    print("QUIET", seeing.micros());
  }

  /** An initialiser that printing or waiting begins is noticed by the next save, and not later. */
  private void saveNowAndThen() throws InterruptedException {
    for (int second = 0; second < QUIET_SECONDS; second++) {
      save(second);
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private static void print(String name, double micros) {
    System.out.println(name + " " + micros);
  }

  private static Class<?>[] classes() throws IOException, ReflectiveOperationException {
    String name = Constants.class.getName();
    byte[] bytes;
    try (InputStream in =
        SmallSaveCost.class.getResourceAsStream("SmallSaveCost$Constants.class")) {
      bytes = Objects.requireNonNull(in, "no class file").readAllBytes();
    }
    Class<?>[] classes = new Class<?>[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      classes[i] = Class.forName(name, i % INITIALIZED == 0, new OneClass(name, bytes));
    }
    return classes;
  }

  /** Defines one class anew. */
  private static final class OneClass extends ClassLoader {
    private final String only;
    private final byte[] bytes;

    OneClass(String only, byte[] bytes) {
      super(SmallSaveCost.class.getClassLoader());
      this.only = only;
      this.bytes = bytes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(only)) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known != null ? known : defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** The best of some rounds. */
  private double micros() {
    double[] rounds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = threads.getCurrentThreadCpuTime();
      for (int j = 0; j < SAVES; j++) {
        save(j);
      }
      rounds[i] = (threads.getCurrentThreadCpuTime() - start) / NANOS_PER_MICRO / SAVES;
    }
    return Arrays.stream(rounds).min().orElseThrow();
  }

  private void save(int number) {
    Object made = new ArrayList<>(List.of(new Small(number), new Small(number + 1)));
    if (codec.encode(nothing, nothing.frame().returning(made)).bytes().sizeBytes() == 0) {
      throw new IllegalStateException("nothing came of it");
    }
  }
}
