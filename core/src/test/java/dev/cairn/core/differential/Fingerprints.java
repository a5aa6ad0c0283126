package dev.cairn.core.differential;

import dev.cairn.core.codec.kryo.write.Stillness;
import dev.cairn.core.differential.program.Case;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Builds the inputs of cases and walks them. */
final class Fingerprints {
  private final StageFrames frames;
  private final GraphWalker walker;
  private final Sabotage sabotage;

  Fingerprints(Sabotage sabotage) {
    Kinds kinds = new Kinds(Access.best(), sabotage::treat);
    this.frames = new StageFrames(kinds);
    this.walker = new GraphWalker(kinds, Long.MAX_VALUE, new SplittableRandom(1));
    this.sabotage = sabotage;
  }

  /** A case of which everything may be walked. */
  static Case ordinary(long number) {
    return Case.of(number / 9 * 10 + 1 + number % 9);
  }

  Call call(Case given) {
    return new Call(given, frames, null);
  }

  WalkedGraph walk(Call call) {
    return walker.walk(call.frame);
  }

  /** Whether what was walked is taken for what it was. */
  boolean isStill(WalkedGraph walked) {
    sabotage.beforeEncoding(walked);
    return Stillness.isKept(walked, walked.frame().returning(null));
  }

  String of(Call call) {
    return walk(call).fingerprint().hex();
  }

  /** What a case's inputs have after something was done to them. */
  String after(Case given, Consumer<Call> change) {
    Call call = call(given);
    change.accept(call);
    return of(call);
  }
}
