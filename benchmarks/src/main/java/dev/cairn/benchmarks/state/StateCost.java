package dev.cairn.benchmarks.state;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.log.delta.DeltaWriter;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.seal.SealedPayload;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures one graph in one JVM, all operations in turns, so that a change of the machine's load
 * meets all alike; prints the best time of each in milliseconds, of the thread's own processor
 * time. Arguments: the graph, the rounds.
 */
public final class StateCost {
  /** Names the line that tells how much is stored after a change. */
  static final String SHARE = "share";

  private static final double NANOS_PER_MILLI = 1e6;

  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();
  private final GraphWalker walker =
      new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1));
  private final BareKryo kryo = new BareKryo();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Object graph;
  private final WalkedGraph nothing = walk();
  private final WalkedGraph inputs;
  private EncodedSnapshot encoded;
  private final Map<Operation, Double> best = new EnumMap<>(Operation.class);
  private final Payload base;
  private final Payload changed;
  private long sizes;

  private StateCost(Object graph) {
    this.graph = graph;
    this.inputs = walk(graph);
    this.encoded = encode();
    this.base = unchanged().bytes();
    this.changed = afterAChange();
  }

  /** Measures and prints. */
  public static void main(String[] arguments) {
    StateCost cost = new StateCost(Graphs.make(arguments[0]));
    cost.measure(Integer.parseInt(arguments[1]));
    if (cost.sizes == 0) {
      throw new IllegalStateException("nothing came of it");
    }
    cost.best.forEach((operation, millis) -> System.out.println(operation + " " + millis));
    System.out.println(SHARE + " " + cost.share());
  }

  private void measure(int rounds) {
    for (int i = 0; i < rounds; i++) {
      for (Operation operation : Operation.values()) {
        time(operation);
      }
    }
  }

  private void time(Operation operation) {
    long start = threads.getCurrentThreadCpuTime();
    sizes += perform(operation);
    double millis = (threads.getCurrentThreadCpuTime() - start) / NANOS_PER_MILLI;
    best.merge(operation, millis, Math::min);
  }

  /** The size of what came of it. */
  private long perform(Operation operation) {
    return switch (operation) {
      case KRYO_ENCODE -> kryo.encode(graph);
      case KRYO_DECODE -> kept(kryo::decode);
      case WALK -> walk(graph).size();
      case ENCODE -> {
        encoded = encode();
        yield encoded.bytes().sizeBytes();
      }
      case DECODE -> kept(this::decode);
      case UNCHANGED -> unchanged().bytes().sizeBytes();
      case KNOWN -> codec.again(base, List.of(), inputs, exit()).orElseThrow().bytes().sizeBytes();
      case AGAIN -> walker.walk(inputs(graph), Optional.of(inputs)).size();
      case COPY -> base.toBytes().length;
      case DELTA -> delta().sizeBytes();
    };
  }

  private EncodedSnapshot unchanged() {
    return codec.encode(inputs, exit());
  }

  private Frame exit() {
    return inputs.frame().returning(null);
  }

  private Payload delta() {
    return DeltaWriter.write(base, changed, Scratch.NONE).orElseThrow();
  }

  private Payload afterAChange() {
    Graphs.change(graph);
    Payload bytes = unchanged().bytes();
    Graphs.change(graph);
    return bytes;
  }

  /** How much is stored after the change, of what a full snapshot takes. */
  private double share() {
    return (double) stored(delta()) / stored(base);
  }

  private static long stored(Payload written) {
    return SealedPayload.seal(written, Compression.gzip(), Scratch.NONE).stored().sizeBytes();
  }

  private static long kept(Supplier<@Nullable Object> made) {
    return made.get() == null ? 0 : 1;
  }

  private WalkedGraph walk(Object... arguments) {
    return walker.walk(inputs(arguments));
  }

  private static Frame inputs(Object... arguments) {
    List<Parameter> names =
        Arrays.stream(arguments).map(argument -> Parameter.plain("ctx")).toList();
    return Frame.ofArguments(names, arguments, StateCost.class.getClassLoader());
  }

  private EncodedSnapshot encode() {
    return codec.encode(nothing, nothing.frame().returning(graph));
  }

  private @Nullable Object decode() {
    return codec.decode(encoded.bytes(), Set.copyOf(encoded.classes()), nothing).apply();
  }
}
