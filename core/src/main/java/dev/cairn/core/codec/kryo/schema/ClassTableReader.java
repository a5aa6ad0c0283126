package dev.cairn.core.codec.kryo.schema;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Texts;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes that a snapshot names. Looked up only when needed, and only the allowed ones. */
public final class ClassTableReader {
  private static final int SMALLEST_CLASS = 5;

  private final Set<String> allowed;
  private final ClassLoader loader;
  private final Kinds kinds;
  private final List<ClassRecord> records;
  private final @Nullable Class<?>[] found;
  private final @Nullable LayoutMatch[] matches;

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

  public ClassRecord record(int index) {
    if (index < 0 || index >= records.size()) {
      throw new CodecException(
          "snapshot",
          "Cannot decode the snapshot; it has class " + index + " of " + records.size());
    }
    return records.get(index);
  }

  /** The class with a number, which is not initialised by that. */
  public Class<?> resolve(int index) {
    String name = record(index).name();
    Class<?> known = found[index];
    if (known != null) {
      return known;
    }
    if (!allowed.contains(name) || DeniedClasses.contains(name)) {
      throw new CodecException(
          name,
          "Cannot decode the snapshot; it names class "
              + name
              + ", which is not among the"
              + " classes recorded with it");
    }
    Class<?> type = find(name);
    found[index] = type;
    return type;
  }

  private Class<?> find(String name) {
    for (Class<?> primitive : ClassTableWriter.PRIMITIVES) {
      if (primitive.getName().equals(name)) {
        return primitive;
      }
    }
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new CodecException(
          name, "Cannot decode the snapshot; class " + name + " is gone: " + e, e);
    }
  }

  /** How the recorded layout of a class fits the one of a live object's kind. */
  public LayoutMatch match(int index, NodeKind kind) {
    LayoutMatch known = matches[index];
    if (known != null && known.kind() == kind) {
      return known;
    }
    LayoutMatch match = LayoutMatch.of(record(index), kind);
    matches[index] = match;
    return match;
  }

  /** The kind of the new objects of a class. */
  public NodeKind creatable(int index) {
    Class<?> type = resolve(index);
    if (kinds.of(type) instanceof NodeKind kind && kind.notCreatable().isEmpty()) {
      return kind;
    }
    throw new CodecException(
        type.getName(), "Cannot decode the snapshot; no " + type.getName() + " can be made here");
  }
}
