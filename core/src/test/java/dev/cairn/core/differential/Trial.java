package dev.cairn.core.differential;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.ReadBack;
import dev.cairn.core.codec.Rollback;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.differential.Verdict.Refused;
import dev.cairn.core.differential.Verdict.Same;
import dev.cairn.core.differential.Verdict.Unmatched;
import dev.cairn.core.differential.Verdict.Wrong;
import dev.cairn.core.differential.program.Anatomy;
import dev.cairn.core.differential.program.AppModel.Desk;
import dev.cairn.core.differential.program.AppModel.Registry;
import dev.cairn.core.differential.program.AppModel.Single;
import dev.cairn.core.differential.program.Case;
import dev.cairn.core.differential.program.Changing;
import dev.cairn.core.differential.program.Heap;
import dev.cairn.core.differential.program.Making;
import dev.cairn.core.differential.program.MakingOdd;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs a case twice: once uninterrupted, once restored from the bytes that the first left, into a
 * heap built anew. Then both programs go on, and must go on alike.
 */
final class Trial {
  private static final int THROWS_ONE_IN = 8;
  private static final int READ_BACK_ONE_IN = 4;

  final StageFrames frames;
  final GraphWalker walker;
  final SnapshotCodec codec = new KryoSnapshotCodec();
  private final Sabotage sabotage;

  Trial(Sabotage sabotage) {
    Kinds kinds = new Kinds(Access.best().seeing(Trial::loaded), sabotage::treat);
    this.frames = new StageFrames(kinds);
    this.walker = new GraphWalker(kinds, Long.MAX_VALUE, new SplittableRandom(1));
    this.sabotage = sabotage;
  }

  /** What the agent would see of the classes that hold constants. */
  private static Class<?>[] loaded() {
    return new Class<?>[] {Desk.class, Single.class, Registry.class};
  }

  Verdict run(Case given) {
    return run(given, null);
  }

  /**
   * Runs a case.
   *
   * @param journal where to say what happens, if it is wanted
   */
  Verdict run(Case given, @Nullable List<String> journal) {
    Call executed = new Call(given, frames, journal);
    Call restored = new Call(given, frames, null);
    Twins before = Call.paired(executed, restored);
    Optional<String> unlike = before.difference();
    if (unlike.isPresent()) {
      throw new AssertionError("the generator is not repeatable: " + unlike.get());
    }
    try {
      return new SplittableRandom(given.seed() + 1).nextInt(THROWS_ONE_IN) == 0
          ? rolledBack(given, executed, restored, before)
          : restored(given, executed, restored, before);
    } catch (CairnException e) {
      return refusal(executed, restored, e);
    }
  }

  private static Verdict refusal(Call executed, Call fresh, CairnException e) {
    Collection<Object> all = new ArrayList<>(executed.heap.objects());
    all.addAll(fresh.heap.objects());
    all.addAll(executed.left);
    boolean documented = Anatomy.reach(all).stream().anyMatch(MakingOdd::mayBeRefused);
    String message = String.valueOf(e.getMessage());
    return documented ? new Refused(message) : new Wrong("refused: " + message);
  }

  /** What the stage does; returns what it returns. */
  static @Nullable Object body(Case given, Call side) {
    Heap seen = side.heap.restrictedTo(side.seen());
    given.body().forEach(step -> Changing.step(step, seen));
    Object returned = Making.any(new SplittableRandom(given.seed() + 2), seen);
    side.heap.note("return " + side.heap.name(returned));
    side.left = new ArrayList<>(seen.objects());
    return returned;
  }

  private Verdict restored(Case given, Call executed, Call fresh, Twins before) {
    WalkedGraph entry = walker.walk(executed.frame);
    Earlier earlier = Earlier.of(executed.heap);
    Encoded encoded = encoded(given, executed, entry);
    Optional<Object> spared = earlier.same(encoded.snapshot().changed());
    if (spared.isPresent()) {
      return new Wrong("unchanged but written: " + executed.heap.name(spared.get()));
    }
    if (given.seed() % READ_BACK_ONE_IN == 0) {
      new ReadBack(codec)
          .verify(encoded.snapshot(), entry, executed.frame.returning(encoded.returned()));
    }
    WalkedGraph live = walker.walk(fresh.frame);
    if (!entry.ambiguities().isEmpty()) {
      return new Unmatched();
    }
    if (!live.fingerprint().equals(entry.fingerprint())) {
      return new Wrong("equal inputs have different fingerprints");
    }
    Object again = restored(encoded.snapshot(), live, fresh);
    return compared(
        given, executed, fresh, before, Arrays.asList(encoded.returned()), Arrays.asList(again));
  }

  /** What a stage returned, and the snapshot of what it left. */
  record Encoded(EncodedSnapshot snapshot, @Nullable Object returned) {}

  Encoded encoded(Case given, Call executed, WalkedGraph entry) {
    Object returned = body(given, executed);
    sabotage.beforeEncoding(entry);
    return new Encoded(codec.encode(entry, executed.frame.returning(returned)), returned);
  }

  /** Restores a call from the bytes of another; returns what it returns. */
  @Nullable Object restored(EncodedSnapshot snapshot, WalkedGraph live, Call fresh) {
    Payload bytes = Payload.of(snapshot.bytes().toBytes());
    Object returned = codec.decode(bytes, Set.copyOf(snapshot.classes()), live).apply();
    sabotage.afterRestore(fresh.heap);
    return returned;
  }

  /** A stage that throws under rollback: then its heap is the one that never saw it. */
  private Verdict rolledBack(Case given, Call executed, Call fresh, Twins before) {
    Rollback rollback = Rollback.of(walker.walk(executed.frame));
    body(given, executed);
    executed.heap.note("throw, and put all back");
    rollback.putBack();
    Verdict verdict =
        compared(given, executed, fresh, before, Collections.emptyList(), Collections.emptyList());
    return verdict instanceof Same ? new Same(true) : verdict;
  }

  private Verdict compared(
      Case given,
      Call executed,
      Call fresh,
      Twins before,
      List<@Nullable Object> returned,
      List<@Nullable Object> again) {
    Twins after = new Twins();
    for (int i = 0; i < before.first().size(); i++) {
      after.pair(
          before.first().get(i), before.second().get(i), executed.heap.name(before.first().get(i)));
    }
    for (int i = 0; i < returned.size(); i++) {
      after.pair(returned.get(i), again.get(i), "returned");
    }
    if (!returned.isEmpty()) {
      executed.held.goOn(fresh.held, after);
    }
    Optional<String> difference = after.difference();
    return difference.isPresent()
        ? new Wrong("after the stage " + difference.get())
        : wentOn(given, executed, fresh, after);
  }

  /** What containers do later depends on more than their elements: capacities, orders, seeds. */
  private static Verdict wentOn(Case given, Call executed, Call fresh, Twins after) {
    Heap one = executed.heap.of(after.first());
    Heap other = fresh.heap.like(one, after.second());
    one.note("// afterwards");
    for (long step : given.rest()) {
      Changing.step(step, one);
      Changing.step(step, other);
    }
    Twins end = new Twins();
    for (int i = 0; i < after.first().size(); i++) {
      end.pair(after.first().get(i), after.second().get(i), one.name(after.first().get(i)));
    }
    Optional<String> difference = end.difference();
    return difference.isPresent()
        ? new Wrong("when the program went on " + difference.get())
        : new Same(false);
  }
}
