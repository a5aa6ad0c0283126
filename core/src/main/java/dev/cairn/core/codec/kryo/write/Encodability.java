package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.kryo.schema.ClassTableWriter;
import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Kind.Infrastructure;
import dev.cairn.core.graph.kind.Kind.Positioned;
import dev.cairn.core.graph.kind.Kind.Unsupported;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.number.IdentityNumbers;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything new that hangs on an object can be encoded: asked for transient fields, which
 * are saved only where that is so.
 */
final class Encodability implements ContentSink {
  private final Kinds kinds;
  private final ExitNumbers numbers;
  private final ClassTableWriter classes;
  private final Constants constants;
  private final IdentityNumbers seen = new IdentityNumbers();
  private final Deque<Object> open = new ArrayDeque<>();
  private boolean good = true;

  Encodability(Kinds kinds, ExitNumbers numbers, ClassTableWriter classes, Constants constants) {
    this.kinds = kinds;
    this.numbers = numbers;
    this.constants = constants;
    this.classes = classes;
  }

  /** Why a new object cannot be encoded, or an empty text. */
  static String reason(Kind kind, Object value, ClassTableWriter classes) {
    if (kind instanceof Infrastructure outside) {
      return "it is new, and " + outside.what() + " is never saved";
    }
    if (kind instanceof Positioned positioned) {
      return "it is " + positioned.what() + ", which stands somewhere and cannot be put back";
    }
    if (kind instanceof Unsupported unsupported) {
      return unsupported.reason();
    }
    if (kind instanceof NodeKind node && node.notCreatable().isPresent()) {
      return node.notCreatable().get();
    }
    Class<?> named = kind instanceof NodeKind node ? node.recorded() : value.getClass();
    return classes.isResolvable(named)
        ? ""
        : "its class is not found by that name from the stage's loader";
  }

  boolean of(Object object) {
    try {
      look(object);
      while (good && !open.isEmpty()) {
        Object next = open.removeFirst();
        if (kinds.of(next.getClass()) instanceof NodeKind kind) {
          kind.visit(next, this);
        }
      }
      return good;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void look(@Nullable Object object) {
    if (object == null || numbers.numberOf(object) >= 0 || constants.of(object).isPresent()) {
      return;
    }
    Kind kind = kinds.of(object.getClass());
    good &= reason(kind, object, classes).isEmpty();
    if (kind instanceof NodeKind && seen.addIfAbsent(object) < 0) {
      open.addLast(object);
    }
  }

  @Override
  public void primitive(Slot slot, long bits) {}

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    if (slot.mark() != Mark.TRANSIENT && slot.mark() != Mark.UNSAVED) {
      look(value);
    }
  }

  @Override
  public void body(int count) {}

  @Override
  public void element(@Nullable Object value) {
    look(value);
  }

  @Override
  public void primitives(Object array) {}
}
