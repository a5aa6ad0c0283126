package dev.cairn.core.graph.hash;

import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.kind.Written;
import dev.cairn.core.graph.type.Kinds;
import org.jspecify.annotations.Nullable;

/** Compares an object's content with what it was at the walk. For one thread. */
final class Comparison implements ContentSink {
  private final Recording recording;
  private final Kinds kinds;
  private boolean same;
  private int bit;
  private int endOfBits;
  private int reference;
  private int endOfReferences;

  Comparison(Recording recording, Kinds kinds) {
    this.recording = recording;
    this.kinds = kinds;
  }

  void begin(int number) {
    same = true;
    bit = recording.firstBits(number);
    endOfBits = recording.endOfBits(number);
    reference = recording.firstReference(number);
    endOfReferences = recording.endOfReferences(number);
  }

  boolean isSame() {
    return same && bit == endOfBits && reference == endOfReferences;
  }

  @Override
  public void primitive(Slot slot, long bits) {
    same = same && bit < endOfBits && recording.bits(bit) == bits;
    bit++;
  }

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    if (slot.mark() != Mark.UNSAVED) {
      element(value);
    }
  }

  @Override
  public void body(int count) {
    same = same && bit < endOfBits && recording.bits(bit) == count;
    bit++;
  }

  @Override
  public void element(@Nullable Object value) {
    same = same && reference < endOfReferences && isSame(recording.reference(reference), value);
    reference++;
  }

  @Override
  public void primitives(Object array) {
    same = false;
  }

  private boolean isSame(@Nullable Object before, @Nullable Object now) {
    return before == now || (before != null && now != null && isSameValue(before, now));
  }

  private boolean isSameValue(Object before, Object now) {
    return kinds.of(now.getClass()) instanceof ValueKind kind
        && (before instanceof Written written
            ? written.equals(Written.of(kind, now))
            : kind.isAlike(before, now));
  }
}
