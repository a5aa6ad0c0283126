package dev.cairn.core.codec;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.type.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * Lets a changed object keep the very values that did not change: a program may hold one of its
 * strings elsewhere too, and some compare them by identity.
 */
final class Sparing {
  private final Kinds kinds;

  Sparing(Kinds kinds) {
    this.kinds = kinds;
  }

  /** Replaces values of a content by the same ones of the live content. */
  void keep(Content content, Content live) {
    Layout layout = content.layout();
    for (Slot slot : layout.slots()) {
      if (!slot.type().isPrimitive() && isSame(content.get(slot), live.get(slot))) {
        content.reference(slot, live.get(slot));
      }
    }
    if (layout.ordered() && isOfReferences(layout)) {
      keep(content.elements(), live.elements());
    }
  }

  private static boolean isOfReferences(Layout layout) {
    return switch (layout.body()) {
      case ELEMENTS, ENTRIES -> true;
      case NONE, PRIMITIVES -> false;
    };
  }

  private void keep(@Nullable Object[] elements, @Nullable Object[] live) {
    for (int i = 0; i < Math.min(elements.length, live.length); i++) {
      if (isSame(elements[i], live[i])) {
        elements[i] = live[i];
      }
    }
  }

  private boolean isSame(@Nullable Object recorded, @Nullable Object live) {
    return recorded != live
        && recorded != null
        && live != null
        && kinds.of(live.getClass()) instanceof ValueKind kind
        && kind.same(recorded, live);
  }
}
