package dev.cairn.core.graph.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The shape of the content of a class's instances: named slots, then a body. Compared slots stand
 * before the body, the others after it. Immutable.
 */
public final class Layout {
  private final String className;
  private final String generics;
  private final List<Slot> slots;
  private final int compared;
  private final Body body;
  private final boolean ordered;
  private final boolean plain;
  private final boolean unsaved;
  private final Early early;
  private final Class<?> component;

  private Layout(Builder from) {
    this.className = from.className;
    this.generics = from.generics;
    this.slots = List.copyOf(from.sorted());
    this.compared = (int) slots.stream().filter(slot -> slot.mark() == Mark.COMPARED).count();
    this.body = from.body;
    this.ordered = from.ordered;
    this.plain =
        ordered
            && slots.stream()
                .allMatch(slot -> slot.mark() == Mark.COMPARED || slot.mark() == Mark.UNSAVED);
    this.unsaved = slots.stream().anyMatch(slot -> slot.mark() == Mark.UNSAVED);
    this.early = from.early;
    this.component = from.component;
  }

  /** A builder for the layout of a class. */
  public static Builder of(String className) {
    return new Builder(className);
  }

  /** The class whose instances have this layout. */
  public String className() {
    return className;
  }

  /** The type arguments that the class gives its superclasses, as a text. */
  public String generics() {
    return generics;
  }

  /** All slots, compared ones first. */
  public List<Slot> slots() {
    return slots;
  }

  /** How many slots are compared. */
  public int compared() {
    return compared;
  }

  /** What stands between the compared slots and the others. */
  public Body body() {
    return body;
  }

  /** Whether the order of the body means something. */
  public boolean ordered() {
    return ordered;
  }

  /** What of the body must be known to make an instance. */
  public Early early() {
    return early;
  }

  /** Whether everything that is saved is compared, in the order in which it is read. */
  public boolean isPlain() {
    return plain;
  }

  /** Whether there are slots that are never saved. */
  public boolean hasUnsaved() {
    return unsaved;
  }

  /** What the body's references must be assignable to, or the primitive type of its array. */
  public Class<?> component() {
    return component;
  }

  /** Says what is compared, alike in every JVM. */
  @Override
  public String toString() {
    return text(UnaryOperator.identity());
  }

  /** Says what is compared, calling classes as a function does. */
  String text(UnaryOperator<String> names) {
    StringBuilder text = new StringBuilder();
    for (Slot slot : slots.subList(0, compared)) {
      text.append('\n').append(names.apply(slot.owner())).append('#').append(slot.name());
      text.append(':').append(slot.type());
    }
    return text.append('\n').append(body).append(ordered).toString();
  }

  /** What of the body is needed to make an instance. */
  public enum Early {
    /** Nothing of it. */
    NOTHING(0),
    /** How large it will be. */
    COUNT(1),
    /** All of it. */
    BODY(2);

    private final int code;

    Early(int code) {
      this.code = code;
    }

    /** Stands for it in snapshots. */
    public int code() {
      return code;
    }
  }

  /** Collects slots in any order of marks. */
  public static final class Builder {
    private final String className;
    private final List<Slot> slots = new ArrayList<>();
    private String generics = "";
    private Body body = Body.NONE;
    private boolean ordered = true;
    private Early early = Early.NOTHING;
    private Class<?> component = Object.class;

    private Builder(String className) {
      this.className = className;
    }

    /** Adds a slot. */
    public Builder slot(Slot slot) {
      slots.add(slot);
      return this;
    }

    /** Sets the type arguments that the class gives its superclasses. */
    public Builder generics(String arguments) {
      this.generics = arguments;
      return this;
    }

    /** Sets the body, whose order means something. */
    public Builder body(Body kind, Class<?> of) {
      this.body = kind;
      this.component = of;
      return this;
    }

    /** The order of the body means nothing. */
    public Builder unordered() {
      this.ordered = false;
      return this;
    }

    /** An instance cannot be made without the body; it is not assigned afterwards. */
    public Builder bodyAtCreation() {
      this.early = Early.BODY;
      return this;
    }

    /** An instance cannot be made without the size of the body. */
    public Builder countAtCreation() {
      this.early = Early.COUNT;
      return this;
    }

    /** The layout. */
    public Layout build() {
      return new Layout(this);
    }

    private List<Slot> sorted() {
      List<Slot> sorted = new ArrayList<>();
      for (boolean wanted : new boolean[] {true, false}) {
        for (Slot slot : slots) {
          if ((slot.mark() == Mark.COMPARED) == wanted) {
            sorted.add(slot.at(sorted.size()));
          }
        }
      }
      return sorted;
    }
  }
}
