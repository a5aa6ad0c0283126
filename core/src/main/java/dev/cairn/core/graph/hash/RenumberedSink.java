package dev.cairn.core.graph.hash;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.number.ObjectTable;
import dev.cairn.core.graph.number.Renumbering;
import dev.cairn.core.graph.type.Kinds;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * The canonical hash that an object would have if the objects it refers to had the numbers of
 * another run: the bytes of the walk with other numbers.
 */
public final class RenumberedSink implements ContentSink {
  private final Kinds kinds;
  private final ObjectTable table;
  private final Renumbering renumbering;
  private final Emission emission;
  private final Emission entry;
  private Layout layout = Layout.of("").build();
  private long high;
  private long low;
  private int left;
  private boolean second;

  public RenumberedSink(Kinds kinds, ObjectTable table, Renumbering renumbering) {
    this.kinds = kinds;
    this.emission = new Emission(kinds.aliases());
    this.entry = Emission.small(kinds.aliases());
    this.table = table;
    this.renumbering = renumbering;
  }

  public ContentHash hash(NodeKind kind, Object object) {
    layout = kind.layout();
    emission.begin(kind.shape());
    kind.visit(object, this);
    return emission.end();
  }

  public ContentHash hash(Content places, int[] slots) {
    emission.begin(0);
    for (int index : slots) {
      Slot slot = places.layout().slots().get(index);
      emission.text(slot.name());
      emit(places.get(slot), emission);
    }
    return emission.end();
  }

  @Override
  public void primitive(Slot slot, long bits) {
    if (slot.mark() == Mark.COMPARED) {
      emission.bits(bits);
    }
  }

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    if (slot.mark() == Mark.COMPARED) {
      emit(value, emission);
    }
  }

  @Override
  public void body(int count) {
    emission.number(count);
    high = 0;
    low = 0;
    left = count;
    if (!layout.ordered() && count == 0) {
      finish();
    }
  }

  @Override
  public void element(@Nullable Object value) {
    if (layout.ordered()) {
      emit(value, emission);
      return;
    }
    if (!second) {
      entry.begin(0);
    }
    emit(value, entry);
    second = layout.body().width() == 2 && !second;
    if (!second) {
      add();
    }
  }

  private void add() {
    ContentHash hash = entry.end();
    high += hash.high();
    low += hash.low();
    if (--left == 0) {
      finish();
    }
  }

  private void finish() {
    emission.bits(high);
    emission.bits(low);
  }

  @Override
  public void primitives(Object array) {
    emission.number(Array.getLength(array));
    emission.primitives(array);
  }

  private void emit(@Nullable Object value, Emission to) {
    if (value == null) {
      to.nothing();
      return;
    }
    Kind kind = kinds.of(value.getClass());
    if (kind instanceof ValueKind known) {
      to.value(known, value);
    } else if (kind instanceof NodeKind node && !node.isUncompared()) {
      int number = table.numberOf(value);
      int part = number < 0 ? -1 : renumbering.part(number);
      to.node(part, part < 0 ? -1 : renumbering.local(number));
    } else {
      to.outside();
    }
  }
}
