package dev.cairn.core.differential;

import dev.cairn.core.differential.program.Anatomy;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.hash.Recording;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a walk recorded of the objects, which can be falsified here. */
final class Recorded {
  private final WalkedGraph walked;
  private final long[] bits;
  private final @Nullable Object[] references;
  private final int[] begins;

  Recorded(WalkedGraph walked) {
    this.walked = walked;
    Object recording = read(WalkedGraph.class, "recording", walked);
    this.bits = (long[]) read(Recording.class, "bits", recording);
    this.references = (@Nullable Object[]) read(Recording.class, "references", recording);
    this.begins = (int[]) read(Recording.class, "begins", recording);
  }

  private static Object read(Class<?> type, String field, Object object) {
    try {
      return Objects.requireNonNull(Anatomy.read(type.getDeclaredField(field), object));
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  /** As if the walk had met the object as it is now; it must have no body. */
  void asItIs(int number) {
    Object object = walked.object(number);
    NodeKind kind = (NodeKind) walked.kinds().of(object.getClass());
    kind.visit(object, new Overwriting(begins[2 * number], begins[2 * number + 1]));
  }

  /** As if the walk had met something else in every slot. */
  void asItNeverWas(int number) {
    boolean last = 2 * number + 2 == begins.length;
    int endOfBits = last ? bits.length : begins[2 * number + 2];
    for (int at = begins[2 * number]; at < endOfBits; at++) {
      bits[at] = ~bits[at];
    }
    int endOfReferences = last ? references.length : begins[2 * number + 3];
    Arrays.fill(references, begins[2 * number + 1], endOfReferences, new Object());
  }

  private final class Overwriting implements ContentSink {
    private int bit;
    private int reference;

    Overwriting(int bit, int reference) {
      this.bit = bit;
      this.reference = reference;
    }

    @Override
    public void primitive(Slot slot, long value) {
      bits[bit++] = value;
    }

    @Override
    public void reference(Slot slot, @Nullable Object value) {
      references[reference++] = value;
    }

    @Override
    public void body(int count) {
      throw new AssertionError("it has a body");
    }

    @Override
    public void element(@Nullable Object value) {
      throw new AssertionError("it has elements");
    }

    @Override
    public void primitives(Object array) {
      throw new AssertionError("it is an array");
    }
  }
}
