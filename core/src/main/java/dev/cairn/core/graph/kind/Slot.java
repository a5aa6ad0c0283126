package dev.cairn.core.graph.kind;

/**
 * One named part of an object's content.
 *
 * @param index its place in the layout
 * @param owner name of the class that declares the field; empty where the kind made the slot
 * @param name the field's name
 * @param generics the type arguments in the field's type, as a text; empty where it has none
 * @param declared the field's type: what a value must be assignable to
 * @param type primitive or reference, from the declared type
 * @param mark what it means to the comparison of inputs
 * @param atCreation needed to make an instance at all, such as a comparator
 */
public record Slot(
    int index,
    String owner,
    String name,
    String generics,
    Class<?> declared,
    SlotType type,
    Mark mark,
    boolean atCreation) {
  private static final int NOWHERE = -1;

  /** The slot of a field, not yet in a layout. */
  public static Slot ofField(String owner, String name, Class<?> declared, Mark mark) {
    return new Slot(NOWHERE, owner, name, "", declared, SlotType.of(declared), mark, false);
  }

  /** A slot made by a kind, not standing for a field by itself. */
  public static Slot made(String name, Class<?> declared, Mark mark) {
    return ofField("", name, declared, mark);
  }

  /** The same slot, but of a field with type arguments. */
  public Slot withGenerics(String arguments) {
    return new Slot(index, owner, name, arguments, declared, type, mark, atCreation);
  }

  /** The same slot, but needed to make an instance. */
  public Slot creating() {
    return new Slot(index, owner, name, generics, declared, type, mark, true);
  }

  Slot at(int place) {
    return new Slot(place, owner, name, generics, declared, type, mark, atCreation);
  }
}
