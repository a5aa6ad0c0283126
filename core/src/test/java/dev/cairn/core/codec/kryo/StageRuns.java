package dev.cairn.core.codec.kryo;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.ReadBack;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs stages for real, saves what they left, and restores it into fresh inputs. */
public final class StageRuns {
  public final Kinds kinds;
  public final GraphWalker walker;
  public final KryoSnapshotCodec codec = new KryoSnapshotCodec();

  public StageRuns(Kinds kinds) {
    this.kinds = kinds;
    this.walker = new GraphWalker(kinds, Long.MAX_VALUE, new SplittableRandom(1));
  }

  public static StageRuns trusting() {
    return new StageRuns(new Kinds(Access.best()));
  }

  /**
   * What came of it.
   *
   * @param executed the inputs on which the stage ran
   * @param restored equal inputs into which its end was restored
   * @param returned what it returned
   * @param again what the restore returned
   */
  public record Ran<T>(T executed, T restored, @Nullable Object returned, @Nullable Object again) {}

  public static Frame frame(Object... arguments) {
    List<Parameter> names =
        IntStream.range(0, arguments.length)
            .mapToObj(i -> Parameter.plain(arguments.length == 1 ? "ctx" : "arg" + i))
            .toList();
    return Frame.ofArguments(names, arguments, StageRuns.class.getClassLoader());
  }

  public WalkedGraph walk(Object... arguments) {
    return walker.walk(frame(arguments));
  }

  public EncodedSnapshot encode(WalkedGraph entry, @Nullable Object returned) {
    Frame exit = entry.frame().returning(returned);
    EncodedSnapshot snapshot = codec.encode(entry, exit);
    new ReadBack(codec).verify(snapshot, entry, exit);
    return snapshot;
  }

  public DecodedSnapshot decode(EncodedSnapshot snapshot, WalkedGraph live) {
    return codec.decode(snapshot.bytes(), Set.copyOf(snapshot.classes()), live);
  }

  public <T> Ran<T> run(Supplier<T> inputs, Function<T, @Nullable Object> stage) {
    T executed = inputs.get();
    WalkedGraph entry = walk(executed);
    Object returned = stage.apply(executed);
    EncodedSnapshot snapshot = encode(entry, returned);
    T fresh = inputs.get();
    Object again = decode(snapshot, walk(fresh)).apply();
    return new Ran<>(executed, fresh, returned, again);
  }

  public <T> T restored(Supplier<T> inputs, Consumer<T> stage) {
    return run(
            inputs,
            ctx -> {
              stage.accept(ctx);
              return null;
            })
        .restored();
  }

  /** The frame of a call of an instance method without parameters. */
  public Frame frameOf(Object self, String method) {
    StageId id = new StageId(self.getClass().getName(), method, "()V");
    StageDefinition stage =
        new StageDefinition(id, id.defaultName(), List.of(), StagePolicy.DEFAULT);
    return new StageFrames(kinds).of(stage, self.getClass(), self, new Object[0]);
  }
}
