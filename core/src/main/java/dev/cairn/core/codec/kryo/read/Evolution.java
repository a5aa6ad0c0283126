package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.Pairing;
import dev.cairn.core.codec.kryo.schema.ClassTableReader;
import dev.cairn.core.codec.kryo.schema.LayoutMatch;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.model.Payload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a snapshot's classes since it was written: which of its objects are needed at
 * all, and what of them has to be made up. Nothing is looked for until a class is gone or has lost
 * a field; then decoding begins anew with the answer.
 */
final class Evolution {
  private final Payload bytes;
  private final ClassTableReader classes;
  private final EntryTable entries;
  private final WalkedGraph live;
  private final Pairing pairing;
  private final @Nullable Needed needed;
  private final Set<String> doubts = new LinkedHashSet<>();

  Evolution(
      Payload bytes, Schema schema, WalkedGraph live, Pairing pairing, @Nullable Needed needed) {
    this.bytes = bytes;
    this.classes = schema.classes();
    this.entries = schema.entries();
    this.live = live;
    this.pairing = pairing;
    this.needed = needed;
  }

  /** What a snapshot says of itself before its contents. */
  record Schema(ClassTableReader classes, EntryTable entries) {}

  /** Not everything that is recorded may be there, or be needed, any more. */
  static final class EvolvedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What had to be made up. */
  Set<String> doubts() {
    return doubts;
  }

  /** Whether every new object is wanted. */
  boolean needsAll() {
    return needed == null;
  }

  /** Whether a new object is wanted. */
  boolean isNeeded(int number) {
    return needed == null || needed.contains(number);
  }

  /** Whether a new object of a class is wanted; asked before its first use. */
  boolean isNeeded(int number, int type) {
    requireSame(!classes.isGone(type));
    return isNeeded(number);
  }

  private void requireSame(boolean same) {
    if (!same && needed == null) {
      throw new EvolvedException();
    }
  }

  /** How recorded content fits a kind. */
  LayoutMatch match(int type, NodeKind kind) {
    LayoutMatch match = classes.match(type, kind);
    requireSame(!match.drops() || kind == live.frame().kind());
    doubts.addAll(match.doubts());
    return match;
  }

  /** The kind of a new object. */
  NodeKind creatable(int number, int type) {
    try {
      return classes.creatable(type);
    } catch (CodecException e) {
      throw MisplacedException.located(e, path(number));
    }
  }

  /** Where an object was. */
  String path(int number) {
    if (number < entries.size()) {
      return entries.path(number);
    }
    if (needed != null) {
      return needed.path(number);
    }
    try {
      SnapshotTree tree = TreeReader.read(bytes, live.kinds());
      return Needed.of(tree, 0, n -> slot -> true).path(number);
    } catch (RuntimeException e) {
      return "object " + number; // the bytes are not even those of a snapshot
    }
  }

  /** What is needed of the recorded objects, as the classes are now. */
  Needed look() {
    TreeReader reader = new TreeReader(bytes, live.kinds());
    SnapshotTree tree = reader.read();
    return Needed.of(tree, entries.size(), number -> fields(number, reader.type(number)));
  }

  private Needed.Fields fields(int number, int type) {
    boolean input = number < entries.size();
    if (input && (number == 0 || !entries.isChanged(number))) {
      return slot -> true;
    }
    if (!input && classes.isGone(type)) {
      return slot -> false;
    }
    LayoutMatch match = classes.match(type, kind(number, type));
    return slot -> match.slots()[slot] != null;
  }

  private NodeKind kind(int number, int type) {
    int paired = number < entries.size() ? pairing.live(number) : -1;
    return paired < 0
        ? creatable(number, type)
        : (NodeKind) live.kinds().of(live.object(paired).getClass());
  }

  /** What had to be made up, to be told. */
  List<String> adapted() {
    return List.copyOf(doubts);
  }
}
