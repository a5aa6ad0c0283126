package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.schema.ClassTableWriter;
import dev.cairn.core.codec.kryo.schema.ClassTableWriter.UnresolvableException;
import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.ConstantLink;
import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.Probe;
import dev.cairn.core.graph.app.Hooks;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.number.Edge;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.graph.type.KnownKinds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes references: values as they are, objects by number. What has no number yet gets one, if it
 * can be encoded; why it cannot is kept until it is known whether it matters.
 */
final class References {
  private final Constants constants;
  private final Kinds kinds;
  private final KnownKinds known;
  private final ExitNumbers numbers;
  private final ClassTableWriter classes;
  private final OutputValues values;
  private @Nullable Problem problem;

  References(
      Constants constants, ExitNumbers numbers, ClassTableWriter classes, OutputValues values) {
    this.constants = constants;
    this.kinds = numbers.kinds();
    this.known = new KnownKinds(kinds);
    this.numbers = numbers;
    this.classes = classes;
    this.values = values;
  }

  /** Why a reference cannot be encoded. */
  record Problem(String path, String message) {}

  /** The first problem since the last call, if there was one. */
  Optional<Problem> takeProblem() {
    Problem taken = problem;
    problem = null;
    return Optional.ofNullable(taken);
  }

  void slot(int holder, Slot slot, @Nullable Object value) {
    if (slot.mark() == Mark.UNSAVED) {
      values.code(Format.LEFT);
      return;
    }
    write(holder, Edge.of(Edge.Type.SLOT, slot.index()), slot, value);
  }

  /** What the call returned, which belongs to no object. */
  void result(@Nullable Object value) {
    write(0, Edge.of(Edge.Type.RESULT, 0), null, value);
  }

  void element(int holder, int index, @Nullable Object value) {
    write(holder, Edge.of(Edge.Type.ELEMENT, index), null, value);
  }

  private void write(int holder, long edge, @Nullable Slot slot, @Nullable Object value) {
    if (value == null) {
      values.code(Format.NULL);
      return;
    }
    int expected = numbers.expected(value);
    if (expected >= 0) {
      values.code(expected + Format.FIRST_OBJECT);
    } else if (known.of(value) instanceof ValueKind kind) {
      value(kind, holder, edge, value);
    } else {
      object(holder, edge, slot, value);
    }
  }

  private void object(int holder, long edge, @Nullable Slot slot, Object value) {
    int number = numbers.numberOf(value);
    if (number >= 0) {
      values.code(number + Format.FIRST_OBJECT);
    } else if (numbers.isSelf(value)) {
      values.code(Format.SELF);
    } else {
      created(known.of(value), holder, edge, slot, value);
    }
  }

  private void value(ValueKind kind, int holder, long edge, Object value) {
    values.code(Format.VALUE);
    values.code(kind.code());
    try {
      kind.write(value, values);
    } catch (UnresolvableException e) {
      fail(holder, edge, value, e.getMessage());
    }
  }

  /** Something that was not there at the entry. */
  private void created(Kind kind, int holder, long edge, @Nullable Slot slot, Object value) {
    if (isConstant(holder, edge, value)) {
      return;
    }
    String reason = Encodability.reason(kind, value, classes);
    boolean lenient = slot != null && slot.mark() == Mark.TRANSIENT;
    if (reason.isEmpty() && (!lenient || isEncodable(value))) {
      values.code(numbers.add(value, holder, edge) + Format.FIRST_OBJECT);
    } else if ((slot != null && lenient && canDoWithout(holder, slot))
        || isRecreated(kind, holder, slot)) {
      values.code(Format.LEFT);
    } else {
      String why = reason.isEmpty() ? "something new that it holds cannot be saved" : reason;
      fail(holder, edge, value, why);
    }
  }

  private boolean isEncodable(Object object) {
    return new Probe(
            kinds,
            known -> numbers.numberOf(known) >= 0 || constants.of(known).isPresent(),
            part -> Encodability.reason(kinds.of(part.getClass()), part, classes).isEmpty())
        .isGood(object);
  }

  private boolean isConstant(int holder, long edge, Object value) {
    try {
      Optional<ConstantLink> link = constants.of(value);
      link.ifPresent(this::constant);
      return link.isPresent();
    } catch (UncapturableException | IllegalStateException e) {
      fail(holder, edge, value, e.getMessage());
      return true;
    }
  }

  private void constant(ConstantLink link) {
    values.code(Format.CONSTANT);
    values.type(link.constant().owner());
    values.text(link.reference());
  }

  /**
   * A live object keeps what it has. A new one would lack it: that is well only if it makes it
   * again, or if Java's own serialization would leave it so.
   */
  private boolean canDoWithout(int holder, Slot slot) {
    Object object = numbers.object(holder);
    return numbers.isInput(object)
        || kinds.afterRestore(object.getClass()).exists()
        || Hooks.mayLackTransient(object.getClass(), slot.owner());
  }

  /** New infrastructure in a field: the holder's own method will make it again. */
  private boolean isRecreated(Kind kind, int holder, @Nullable Slot slot) {
    return slot != null
        && holder > 0
        && kind instanceof Kind.Infrastructure
        && kinds.afterRestore(numbers.object(holder).getClass()).exists();
  }

  private void fail(int holder, long edge, Object value, @Nullable String reason) {
    if (problem == null) {
      String path = numbers.path(holder, edge);
      problem =
          new Problem(
              path,
              "Cannot encode what the stage left; "
                  + path
                  + ": "
                  + value.getClass().getName()
                  + ": "
                  + reason
                  + "; mark the field @Unsaved, or make it again in a method"
                  + " marked @AfterRestore");
    }
    values.code(Format.NULL);
  }
}
