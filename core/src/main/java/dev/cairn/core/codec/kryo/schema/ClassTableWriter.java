package dev.cairn.core.codec.kryo.schema;

import dev.cairn.core.codec.kryo.bytes.SnapshotOutput;
import dev.cairn.core.codec.kryo.bytes.Texts;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.kind.SlotType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Gives classes numbers and writes each, with its layout, once. */
public final class ClassTableWriter {
  /** They have names that no loader knows. */
  static final List<Class<?>> PRIMITIVES =
      List.of(
          boolean.class,
          byte.class,
          char.class,
          short.class,
          int.class,
          long.class,
          float.class,
          double.class,
          void.class);

  private final ClassLoader loader;
  private final SnapshotOutput out;
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final Map<Class<?>, Boolean> resolvable = new IdentityHashMap<>();
  private final Texts texts = new Texts();

  public ClassTableWriter(ClassLoader loader, SnapshotOutput out) {
    this.loader = loader;
    this.out = out;
  }

  public int size() {
    return numbers.size();
  }

  /** The names of the classes that decoding may look up. */
  public List<String> names() {
    return resolvable.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(entry -> entry.getKey().getName())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The number of a class that is named as a value, or whose constants are.
   *
   * @throws UnresolvableException if it would not be found again
   */
  public int named(Class<?> type) {
    requireResolvable(type);
    return numbers.computeIfAbsent(type, key -> write(type.getName(), Layout.of("").build()));
  }

  /** The number of the class of an input object that is only named. */
  public int ofPlaceholder(Class<?> type) {
    return numbers.computeIfAbsent(type, key -> write(type.getName(), Layout.of("").build()));
  }

  /** The number of the class of an input object, which is not looked up again. */
  public int ofLive(String name, Layout layout) {
    return numbers.computeIfAbsent(layout, key -> write(name, layout));
  }

  /**
   * The number of the class of an object that will have to be made.
   *
   * @throws UnresolvableException if it would not be found again
   */
  public int ofCreated(NodeKind kind) {
    requireResolvable(kind.recorded());
    return ofLive(kind.recorded().getName(), kind.layout());
  }

  /** Whether a class is found again by its name. */
  public boolean isResolvable(Class<?> type) {
    return resolvable.computeIfAbsent(type, this::isFound);
  }

  private boolean isFound(Class<?> type) {
    try {
      return type.isPrimitive() || Class.forName(type.getName(), false, loader) == type;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private void requireResolvable(Class<?> type) {
    if (!isResolvable(type)) {
      throw new UnresolvableException(
          "its class " + type.getName() + " is not found by that name from the stage's loader");
    }
  }

  private int write(String name, Layout layout) {
    texts.write(out, name);
    texts.write(out, layout.generics());
    out.varInt(layout.slots().size());
    for (Slot slot : layout.slots()) {
      texts.write(out, slot.owner());
      texts.write(out, slot.name());
      texts.write(out, slot.generics());
      out.unsignedByte(slot.type().code());
      out.unsignedByte(slot.mark().code() << 1 | (slot.atCreation() ? 1 : 0));
    }
    out.unsignedByte(layout.body().code());
    out.unsignedByte((layout.ordered() ? 1 : 0) | layout.early().code() << 1);
    out.unsignedByte(SlotType.of(layout.component()).code());
    return numbers.size();
  }

  /** A class that would not be found again. */
  public static final class UnresolvableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnresolvableException(String message) {
      super(message);
    }
  }
}
