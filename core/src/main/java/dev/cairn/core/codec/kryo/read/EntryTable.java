package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.Pairing;
import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Codes;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.schema.ClassRecord;
import dev.cairn.core.codec.kryo.schema.ClassTableReader;
import dev.cairn.core.codec.kryo.schema.LayoutMatch;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.number.Edge;
import dev.cairn.core.graph.type.Kinds;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a snapshot says about the input objects of its call. Object 0 is the frame. */
final class EntryTable implements Pairing.RecordedObjects {
  private static final int SMALLEST_ENTRY = 5;

  private final ClassTableReader classes;
  private final @Nullable Frames frames;
  private final int[] types;
  private final int[] parents;
  private final long[] edges;
  private final int[] parts;
  private final int[] locals;
  private final byte[] marks;
  private final Map<Integer, long[]> hashes = new HashMap<>();
  private int[] assigned = {};

  /** Of a call that is to be restored. */
  EntryTable(BoundedInput in, int count, ClassTableReader classes, Frames frames) {
    this(in, classes, count, frames);
  }

  /** Of a snapshot that is only looked at. */
  EntryTable(BoundedInput in, int count, ClassTableReader classes) {
    this(in, classes, count, null);
  }

  private EntryTable(
      BoundedInput in, ClassTableReader classes, int count, @Nullable Frames frames) {
    this.classes = classes;
    this.frames = frames;
    in.count(count, SMALLEST_ENTRY);
    this.types = new int[count];
    this.parents = new int[count];
    this.edges = new long[count];
    this.parts = new int[count];
    this.locals = new int[count];
    this.marks = new byte[count];
    Map<Integer, Integer> next = new HashMap<>();
    for (int number = 0; number < count; number++) {
      read(in, number);
      locals[number] = next.merge(parts[number], 1, Integer::sum) - 1;
    }
  }

  /** The kinds of the live graph, and of its frame. */
  record Frames(Kinds kinds, NodeKind frame) {}

  private void read(BoundedInput in, int number) {
    int flags = in.unsignedByte();
    int mark = flags & 3;
    if (mark > Format.PLACEHOLDER) {
      throw broken("entry " + number + " has flags " + flags);
    }
    Edge.Type type = Codes.of(Edge.Type.values(), Edge.Type::code, flags >> 2);
    marks[number] = (byte) mark;
    types[number] = in.varInt();
    classes.record(types[number]);
    parents[number] = number - in.varInt();
    if (parents[number] >= number || parents[number] < -1 || parents[number] < 0 != (number == 0)) {
      throw broken("entry " + number + " has parent " + parents[number]);
    }
    edges[number] = Edge.of(type, type == Edge.Type.KEY ? in.fixedLong() : in.varLong());
    parts[number] = in.varInt();
    if (mark == Format.IS_CHANGED) {
      hashes.put(number, new long[] {in.fixedLong(), in.fixedLong()});
      assigned = number == 0 ? readAssigned(in) : assigned;
    }
  }

  private int[] readAssigned(BoundedInput in) {
    int[] slots = new int[in.count(1)];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = in.varInt();
    }
    return slots;
  }

  /** Slots of the frame's places, as they are now, that the call assigned. */
  int[] assigned() {
    LayoutMatch match = classes.match(types[0], frames().frame());
    int[] slots = new int[assigned.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = match.slotNow(assigned[i]);
      if (slots[i] < 0) {
        throw broken("a field of the receiver is gone");
      }
    }
    return slots;
  }

  private Frames frames() {
    return Objects.requireNonNull(frames, "no live inputs");
  }

  private static CodecException broken(String what) {
    return new CodecException("snapshot", "Cannot decode the snapshot; " + what);
  }

  @Override
  public int size() {
    return types.length;
  }

  @Override
  public int parent(int number) {
    return parents[number];
  }

  @Override
  public long edge(int number, Object parent) {
    long edge = edges[number];
    if (Edge.type(edge) != Edge.Type.SLOT) {
      return edge;
    }
    if (isOutside(parents[number])) {
      return -1; // of such an object the fields were not recorded
    }
    int type = types[parents[number]];
    NodeKind kind =
        parents[number] == 0 ? frames().frame() : (NodeKind) frames().kinds().of(parent.getClass());
    int slot = classes.match(type, kind).slotNow((int) Edge.payload(edge));
    return slot < 0 ? -1 : Edge.of(Edge.Type.SLOT, slot);
  }

  @Override
  public String className(int number) {
    return classes.nameNow(types[number]);
  }

  @Override
  public boolean isOutside(int number) {
    return marks[number] == Format.PLACEHOLDER;
  }

  boolean isMarked(int number, int mark) {
    return marks[number] == mark;
  }

  boolean isChanged(int number) {
    return marks[number] == Format.IS_CHANGED;
  }

  boolean isUnchanged(int number) {
    return marks[number] == Format.UNCHANGED;
  }

  int type(int number) {
    return types[number];
  }

  int part(int number) {
    return parts[number];
  }

  int local(int number) {
    return locals[number];
  }

  /** Hash of what a changed object's compared content was at the entry. */
  long[] entryHash(int number) {
    long[] hash = hashes.get(number);
    if (hash == null) {
      throw new IllegalArgumentException("not changed: " + number);
    }
    return hash;
  }

  /** Where a recorded object was. */
  String path(int number) {
    StringBuilder path = new StringBuilder();
    for (int n = number; n > 0; n = parents[n]) {
      path.insert(0, step(n));
    }
    return path.isEmpty() ? "inputs" : path.substring(path.charAt(0) == '.' ? 1 : 0);
  }

  private String step(int number) {
    long payload = Edge.payload(edges[number]);
    ClassRecord parent = classes.record(types[parents[number]]);
    if (Edge.type(edges[number]) != Edge.Type.SLOT) {
      return "[" + (Edge.type(edges[number]) == Edge.Type.KEY ? "key" : payload) + "]";
    }
    return payload < parent.slots().size() ? "." + parent.slots().get((int) payload).name() : ".?";
  }
}
