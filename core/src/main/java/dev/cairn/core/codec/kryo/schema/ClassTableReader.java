package dev.cairn.core.codec.kryo.schema;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Texts;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.type.Kinds;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes that a snapshot names. Looked up only when needed, and only the allowed ones. */
public final class ClassTableReader {
  private static final int SMALLEST_CLASS = 6;

  private final Set<String> allowed;
  private final ClassLoader loader;
  private final Kinds kinds;
  private final List<ClassRecord> records;
  private final @Nullable Class<?>[] found;
  private final @Nullable LayoutMatch[] matches;
  private Constants constants = ClassTableReader::none;

  public ClassTableReader(
      BoundedInput in, int count, Set<String> allowed, ClassLoader loader, Kinds kinds) {
    this.allowed = allowed;
    this.loader = loader;
    this.kinds = kinds;
    this.records = new ArrayList<>();
    Texts texts = new Texts();
    in.count(count, SMALLEST_CLASS);
    for (int i = 0; i < count; i++) {
      records.add(ClassRecord.read(in, texts));
    }
    this.found = new @Nullable Class<?>[count];
    this.matches = new @Nullable LayoutMatch[count];
  }

  /** Finds constants of the classes that a snapshot names. */
  public interface Constants {
    /**
     * What a reference to a constant stands for.
     *
     * @throws CodecException if it is not there, or not what it was
     */
    Object get(Class<?> owner, String reference);
  }

  /** Takes what finds constants; asked before the first of them is read. */
  public void findConstants(Constants found) {
    constants = found;
  }

  /** What a reference to a constant stands for. */
  public Object constant(Class<?> owner, String reference) {
    return constants.get(owner, reference);
  }

  public ClassRecord record(int index) {
    if (index < 0 || index >= records.size()) {
      throw new CodecException(
          "snapshot",
          "Cannot decode the snapshot; it has class " + index + " of " + records.size());
    }
    return records.get(index);
  }

  private static Object none(Class<?> owner, String reference) {
    throw new CodecException(
        owner.getName(), "Cannot decode the snapshot; constants are not looked up here");
  }

  /** The class with a number, which is not initialised by that. */
  public Class<?> resolve(int index) {
    Class<?> known = found[index];
    if (known != null) {
      return known;
    }
    requireAllowed(index);
    Class<?> type = find(nameNow(index)).orElseThrow(() -> gone(nameNow(index)));
    found[index] = type;
    return type;
  }

  /** The name that a class has now. */
  public String nameNow(int index) {
    return kinds.aliases().now(record(index).name());
  }

  /** Whether a class is allowed but no longer there. */
  public boolean isGone(int index) {
    if (found[index] != null) {
      return false;
    }
    requireAllowed(index);
    found[index] = find(nameNow(index)).orElse(null);
    return found[index] == null;
  }

  private void requireAllowed(int index) {
    String name = record(index).name();
    if (!allowed.contains(name)
        || DeniedClasses.contains(name)
        || DeniedClasses.contains(nameNow(index))) {
      throw new CodecException(
          name,
          "Cannot decode the snapshot; it names class "
              + name
              + ", which is not among the"
              + " classes recorded with it");
    }
  }

  private Optional<Class<?>> find(String name) {
    for (Class<?> primitive : ClassTableWriter.PRIMITIVES) {
      if (primitive.getName().equals(name)) {
        return Optional.of(primitive);
      }
    }
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static CodecException gone(String name) {
    return new CodecException(
        name,
        "Cannot decode the snapshot; class "
            + name
            + " is gone; if it was renamed, say so in cairn.aliases");
  }

  /** How the recorded layout of a class fits the one of a live object's kind. */
  public LayoutMatch match(int index, NodeKind kind) {
    LayoutMatch known = matches[index];
    if (known != null && known.kind() == kind) {
      return known;
    }
    LayoutMatch match = LayoutMatch.of(record(index), kind, kinds.aliases());
    matches[index] = match;
    return match;
  }

  private static String obstacle(Kind kind) {
    if (kind instanceof Kind.Unsupported unsupported) {
      return ": " + unsupported.reason();
    }
    return kind instanceof NodeKind node
        ? ": " + node.notCreatable().orElse("")
        : ": it is no state, or a value, now";
  }

  /** The kind of the new objects of a class. */
  public NodeKind creatable(int index) {
    Class<?> type = resolve(index);
    boolean concrete = type.isArray() || !Modifier.isAbstract(type.getModifiers());
    if (concrete && kinds.of(type) instanceof NodeKind kind && kind.notCreatable().isEmpty()) {
      return kind;
    }
    throw new CodecException(
        type.getName(),
        "Cannot decode the snapshot; no "
            + type.getName()
            + " can be made here"
            + (concrete ? obstacle(kinds.of(type)) : ": it is abstract now"));
  }
}
