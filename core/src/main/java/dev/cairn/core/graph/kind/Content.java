package dev.cairn.core.graph.kind;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The content of one object, detached from it: captured from a live object or decoded. A slot that
 * is left out keeps what the object has. For one thread.
 */
public final class Content implements ContentSink {
  private static final Object[] NOTHING = {};

  private final Layout layout;
  private final long[] primitives;
  private final @Nullable Object[] references;
  private boolean @Nullable [] left;
  private @Nullable Object body;
  private int announced;
  private int filled;

  /** Content with zeros, nulls and an empty body. */
  public Content(Layout layout) {
    this.layout = layout;
    this.primitives = new long[layout.slots().size()];
    this.references = new @Nullable Object[layout.slots().size()];
  }

  /** The shape of it. */
  public Layout layout() {
    return layout;
  }

  @Override
  public void primitive(Slot slot, long bits) {
    primitives[slot.index()] = bits;
  }

  @Override
  public void reference(Slot slot, @Nullable Object value) {
    references[slot.index()] = value;
  }

  @Override
  public void body(int count) {
    body = new @Nullable Object[count * layout.body().width()];
    filled = 0;
  }

  @Override
  public void element(@Nullable Object value) {
    elements()[filled++] = value;
  }

  /** Takes a copy, so that later changes of the array do not show. */
  @Override
  public void primitives(Object array) {
    body = Primitives.copy(array);
  }

  /** Says how large the body will be, where only that is known. */
  public void announce(int count) {
    announced = count;
  }

  /** Takes an array of primitives or of references as the body, without a copy. */
  public void takeBody(Object array) {
    body = array;
  }

  /** Marks a slot as left out. */
  public void leave(Slot slot) {
    if (left == null) {
      left = new boolean[primitives.length];
    }
    left[slot.index()] = true;
  }

  /** Whether a slot is left out. */
  public boolean isLeft(Slot slot) {
    return left != null && left[slot.index()];
  }

  /** The bits of a primitive slot. */
  public long bits(Slot slot) {
    return primitives[slot.index()];
  }

  /** The value of a reference slot. */
  public @Nullable Object get(Slot slot) {
    return references[slot.index()];
  }

  /** The body's references; of pairs key and value in turn. */
  public @Nullable Object[] elements() {
    return body == null ? NOTHING : (@Nullable Object[]) body;
  }

  /** The body's array of primitives. */
  public Object primitives() {
    return Objects.requireNonNull(body, "no array");
  }

  /** Replaces every reference, of slots and body, by what a function makes of it. */
  public void replace(UnaryOperator<@Nullable Object> function) {
    for (int i = 0; i < references.length; i++) {
      references[i] = function.apply(references[i]);
    }
    if (body instanceof Object[] elements) {
      for (int i = 0; i < elements.length; i++) {
        elements[i] = function.apply(elements[i]);
      }
    }
  }

  /** The length of the body's array, of references or of primitives. */
  public int bodyLength() {
    return body == null ? 0 : Array.getLength(body);
  }

  /** How many elements or pairs the body has. */
  public int count() {
    return body == null ? announced : elements().length / layout.body().width();
  }

  /** Makes it as new, so that it can be used for the next object of the same layout. */
  public void clear() {
    Arrays.fill(references, null);
    left = null;
    body = null;
    announced = 0;
    filled = 0;
  }
}
