package dev.cairn.core.differential;

import dev.cairn.core.differential.program.Anatomy;
import dev.cairn.core.differential.program.AppModel.Desk;
import dev.cairn.core.differential.program.Case;
import dev.cairn.core.differential.program.Changing;
import dev.cairn.core.differential.program.Heap;
import dev.cairn.core.differential.program.Keys;
import dev.cairn.core.differential.program.Making;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The heap that a case builds, and the call of its stage: the same for the same case. */
final class Call {
  private static final StageDefinition STAGE = stage();

  final Heap heap;
  final Frame frame;
  final Held held;

  /** What the body knew at its end. */
  List<Object> left = List.of();

  private final @Nullable Object[] arguments;

  Call(Case given, StageFrames frames, @Nullable List<String> journal) {
    heap = Heap.empty(given.odd(), journal);
    given.setup().forEach(step -> build(step, heap));
    SplittableRandom random = new SplittableRandom(given.seed());
    arguments = new @Nullable Object[] {argument(random), argument(random), argument(random), null};
    held = Held.by(heap, random);
    String texts = String.join(", ", Arrays.stream(arguments).map(heap::name).toList());
    heap.note("// the stage: this.work(" + texts + "), with " + held);
    frame = frames.of(STAGE, Desk.class, heap.desk(), arguments);
  }

  private static StageDefinition stage() {
    String object = "Ljava/lang/Object;";
    String desk = "L" + Desk.class.getName().replace('.', '/') + ";";
    String descriptor = "(" + object.repeat(3) + desk + ")" + object;
    StageId id = new StageId(Desk.class.getName(), "work", descriptor);
    List<Parameter> parameters =
        Stream.of("one", "two", "three", "model").map(Parameter::plain).toList();
    return new StageDefinition(id, id.defaultName(), parameters, StagePolicy.DEFAULT);
  }

  private static void build(long step, Heap heap) {
    SplittableRandom random = new SplittableRandom(step);
    if (random.nextInt(3) == 0) {
      Making.object(random, heap);
    } else {
      Changing.step(random.nextLong(), heap);
    }
  }

  private @Nullable Object argument(SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0 -> Keys.value(random);
      case 1 -> null;
      default -> heap.pick(random, object -> object != heap.desk()).orElse(null);
    };
  }

  /** The arguments, and what the fields hold that count. */
  List<@Nullable Object> inputs() {
    Desk desk = heap.desk();
    List<@Nullable Object> inputs = new ArrayList<>(Arrays.asList(arguments));
    inputs.addAll(Arrays.asList(desk.count, desk.top, desk.first, desk.papers));
    return inputs;
  }

  /** What the stage can reach, and the receiver. */
  Set<Object> seen() {
    Set<Object> seen = Anatomy.reach(inputs());
    seen.add(heap.desk());
    return seen;
  }

  /** Two heaps of one case, every object that was made with its counterpart. */
  static Twins paired(Call one, Call other) {
    Twins twins = new Twins();
    List<Object> first = one.heap.objects();
    List<Object> second = other.heap.objects();
    for (int i = 0; i < first.size(); i++) {
      twins.pair(first.get(i), second.get(i), "o" + i);
    }
    return twins;
  }

  /** Whether two calls have the same inputs, whatever else there is. */
  static Twins alike(Call one, Call other) {
    Twins twins = new Twins();
    List<@Nullable Object> first = one.inputs();
    List<@Nullable Object> second = other.inputs();
    for (int i = 0; i < first.size(); i++) {
      twins.pair(first.get(i), second.get(i), "input " + i);
    }
    return twins;
  }
}
