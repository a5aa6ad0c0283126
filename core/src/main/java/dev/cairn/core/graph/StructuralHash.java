package dev.cairn.core.graph;

import dev.cairn.core.graph.hash.Emission;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * A hash of what an object looks like to a limited depth, before the objects under it have numbers.
 * Gives up when it has looked at too much.
 */
final class StructuralHash {
  private static final long WORK = 1 << 16;
  private static final long WORK_PER_REFERENCE = 16;

  private final Walk walk;
  private long work;

  StructuralHash(Walk walk, int references) {
    this.walk = walk;
    this.work = WORK + WORK_PER_REFERENCE * references;
  }

  boolean isExhausted() {
    return work <= 0;
  }

  boolean isValue(@Nullable Object object) {
    return object == null || walk.kindOf(object) instanceof ValueKind;
  }

  /** The hash of a reference; what is numbered already counts by its number. */
  long hash(@Nullable Object object, int rounds) {
    work--;
    if (object == null) {
      return 1;
    }
    Kind kind = walk.kindOf(object);
    if (kind instanceof ValueKind value) {
      Emission emission = walk.small;
      emission.begin(2);
      emission.value(value, object);
      return emission.end().high();
    }
    if (!(kind instanceof NodeKind node) || node.isUncompared()) {
      return 3;
    }
    int number = walk.table.numberOf(object);
    if (number >= 0) {
      return mix(walk.table.part(number), walk.table.local(number));
    }
    return rounds == 0 || isExhausted()
        ? node.shape()
        : new Level(node.layout(), rounds - 1).of(object, node);
  }

  static long mix(long a, long b) {
    long mixed = (a ^ Long.rotateLeft(b, 29)) * 0x9E3779B97F4A7C15L;
    return (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L + b;
  }

  /** One object's content, folded into one long. */
  private final class Level implements ContentSink {
    private final Layout layout;
    private final int rounds;
    private long folded;
    private long sum;
    private long first;
    private boolean second;

    Level(Layout layout, int rounds) {
      this.layout = layout;
      this.rounds = rounds;
    }

    long of(Object object, NodeKind kind) {
      folded = kind.shape();
      kind.visit(object, this);
      return mix(folded, sum);
    }

    @Override
    public void primitive(Slot slot, long bits) {
      if (slot.mark() == Mark.COMPARED) {
        folded = mix(folded, bits);
      }
    }

    @Override
    public void reference(Slot slot, @Nullable Object value) {
      if (slot.mark() == Mark.COMPARED) {
        folded = mix(folded, hash(value, rounds));
      }
    }

    @Override
    public void body(int count) {
      folded = mix(folded, count);
    }

    @Override
    public void element(@Nullable Object value) {
      long hash = hash(value, rounds);
      if (layout.ordered()) {
        folded = mix(folded, hash);
      } else if (layout.body().width() == 1) {
        sum += mix(hash, 5);
      } else if (second) {
        sum += mix(first, hash);
        second = false;
      } else {
        first = hash;
        second = true;
      }
    }

    @Override
    public void primitives(Object array) {
      Emission emission = walk.small;
      emission.begin(Array.getLength(array));
      emission.primitives(array);
      folded = mix(folded, emission.end().high());
    }
  }
}
