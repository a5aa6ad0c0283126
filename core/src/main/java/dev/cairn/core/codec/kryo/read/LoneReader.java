package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.LoadedSnapshot;
import dev.cairn.core.codec.Write;
import dev.cairn.core.codec.Writes;
import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.schema.ClassTableReader;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Primitives;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Payload;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Decodes one snapshot into copies of everything, touching nothing that is live. */
public final class LoneReader implements LoadedSnapshot {
  private static final int LARGE_ARRAY = 1 << 14;

  private final BoundedInput in;
  private final WalkedGraph entry;
  private final Kinds kinds;
  private final Head head;
  private final ClassTableReader classes;
  private final EntryTable entries;
  private final Creation creation;
  private final IntFunction<Object> originals;
  private final InputValues values;
  private final ContentReader reader;
  private final BitSet shared = new BitSet();
  private final int[] types;
  private final Set<String> doubts = new HashSet<>();
  private final List<Write> late = new ArrayList<>();
  private final Frame frame;

  /**
   * Decodes.
   *
   * @param originals what the snapshot was written from: a large array of primitives that is found
   *     there unchanged stands for its own copy, since two of all might be too much for memory
   */
  public LoneReader(
      Payload bytes, Set<String> allowed, WalkedGraph entry, IntFunction<Object> originals) {
    this.originals = originals;
    this.in = new BoundedInput(bytes.open(), bytes.sizeBytes());
    this.entry = entry;
    this.kinds = entry.kinds();
    this.head = Head.read(in, bytes.sizeBytes());
    head.enter(in, Format.CLASSES);
    this.classes = new ClassTableReader(in, head.classes(), allowed, entry.frame().loader(), kinds);
    classes.findConstants(new RecordedConstants(bytes, head, classes, entry));
    head.enter(in, Format.ENTRIES);
    EntryTable.Frames frames = new EntryTable.Frames(kinds, entry.frame().kind());
    this.entries = new EntryTable(in, head.entries(), classes, frames);
    int count = head.entries() + head.createdChecked();
    this.creation = new Creation(0, count);
    this.types = new int[count];
    this.values = new InputValues(in, classes, kinds);
    this.reader = new ContentReader(in, values, doubts, this::reference);
    this.frame = read(bytes);
  }

  private Object reference(int number) {
    return number == ContentReader.SELF ? entry.frame().self().orElseThrow() : object(number);
  }

  private Frame read(Payload bytes) {
    inputs(bytes);
    head.enter(in, Format.CREATED);
    for (int number = head.entries(); number < types.length; number++) {
      types[number] = in.varInt();
      make(number, classes.creatable(types[number]), reader);
    }
    creation.finish();
    head.enter(in, Format.CHANGED);
    contents(0, head.entries(), true);
    head.enter(in, Format.FRESH);
    contents(head.entries(), types.length, false);
    head.enter(in, Format.RESULT);
    boolean returned = in.unsignedByte() != 0;
    Object result = returned ? reader.plain() : null;
    head.enter(in, Format.MAKING);
    in.skipTo(head.start(Format.REST));
    head.enter(in, Format.REST);
    contents(0, head.entries(), false);
    Writes.perform(kinds, late);
    Frame copy = (Frame) object(0);
    return returned ? copy.returning(result) : copy;
  }

  /** What is needed to make the input objects stands later in the stream: read ahead. */
  private void inputs(Payload bytes) {
    BoundedInput ahead = new BoundedInput(bytes.open(), bytes.sizeBytes());
    ahead.skipTo(head.start(Format.MAKING));
    head.enter(ahead, Format.MAKING);
    ContentReader making =
        new ContentReader(ahead, new InputValues(ahead, classes, kinds), doubts, this::reference);
    Content nothing = new Content(entry.frame().kind().layout());
    creation.put(0, entry.frame().kind().create(nothing));
    for (int number = 1; number < head.entries(); number++) {
      Object live = entry.object(number);
      types[number] = entries.type(number);
      if (entries.isOutside(number)) {
        creation.put(number, live);
      } else if (kinds.of(live.getClass()) instanceof NodeKind kind) {
        make(number, kind, making);
      }
    }
  }

  private void make(int number, NodeKind kind, ContentReader from) {
    Content content = new Content(kind.layout());
    from.making(classes.match(types[number], kind), content);
    if (isLargeArray(kind, content)
        && originals.apply(number).getClass() == kind.type()
        && Array.getLength(originals.apply(number)) == content.count()) {
      creation.put(number, originals.apply(number));
      shared.set(number);
    } else {
      creation.add(number, kind, content);
    }
  }

  private static boolean isLargeArray(NodeKind kind, Content content) {
    return kind.layout().body() == Body.PRIMITIVES
        && kind.type().isArray()
        && content.count() >= LARGE_ARRAY;
  }

  private void contents(int from, int to, boolean changed) {
    for (int number = from; number < to; number++) {
      boolean input = number < head.entries();
      if (number == 0 && changed && entries.isChanged(0)) {
        skipPlaces();
      } else if (number == 0 && !changed && input) {
        place();
      } else if (number > 0 && (!input || isHere(number, changed))) {
        content(number);
      }
    }
  }

  private boolean isHere(int number, boolean changed) {
    return !entries.isOutside(number) && entries.isChanged(number) == changed;
  }

  private void skipPlaces() {
    NodeKind kind = entry.frame().kind();
    reader.content(classes.match(entries.type(0), kind), new Content(kind.layout()));
  }

  private void place() {
    Frame copy = (Frame) object(0);
    Content content = new Content(copy.kind().layout());
    reader.content(classes.match(entries.type(0), copy.kind()), content);
    copy.kind().assign(copy, content);
  }

  private void compare(int number) {
    Object original = object(number);
    if (!values.isContentOf(original, Primitives.widthBytes(original))) {
      throw new CodecException(
          original.getClass().getName(),
          "Cannot decode the snapshot; the content of an array is not what was encoded");
    }
  }

  private void content(int number) {
    if (shared.get(number)) {
      compare(number);
      return;
    }
    NodeKind kind = creation.kind(number);
    Content content = creation.content(number).orElseGet(() -> new Content(kind.layout()));
    reader.content(classes.match(types[number], kind), content);
    Write write = new Write(object(number), kind, content);
    if (kind.asksElements()) {
      late.add(write);
    } else {
      write.perform();
    }
    creation.forget(number);
  }

  @Override
  public int size() {
    return types.length;
  }

  @Override
  public Object object(int number) {
    if (number < 0 || number >= types.length) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; it has no object " + number);
    }
    return creation.get(number);
  }

  @Override
  public Frame frame() {
    return frame;
  }
}
