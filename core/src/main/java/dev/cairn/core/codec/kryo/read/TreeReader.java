package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.schema.ClassRecord;
import dev.cairn.core.codec.kryo.schema.ClassRecord.SlotRecord;
import dev.cairn.core.codec.kryo.schema.ClassTableReader;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.codec.tree.TreeNode;
import dev.cairn.core.codec.tree.TreeNode.TreeSlot;
import dev.cairn.core.codec.tree.TreeValue;
import dev.cairn.core.codec.tree.TreeValue.Leaf;
import dev.cairn.core.codec.tree.TreeValue.Ref;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.SlotType;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Payload;
import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a snapshot as its bytes describe it, with none of the application's classes. For one
 * snapshot.
 */
public final class TreeReader {
  private final BoundedInput in;
  private final Head head;
  private final ClassTableReader classes;
  private final EntryTable entries;
  private final SchemaValues values;
  private final InputValues arrays;
  private final Draft[] drafts;
  private final int[] types;

  TreeReader(Payload bytes, Kinds kinds) {
    this.in = new BoundedInput(bytes.open(), bytes.sizeBytes());
    this.head = Head.read(in, bytes.sizeBytes());
    head.enter(in, Format.CLASSES);
    ClassLoader none = ClassLoader.getPlatformClassLoader();
    this.classes = new ClassTableReader(in, head.classes(), Set.of(), none, kinds);
    head.enter(in, Format.ENTRIES);
    this.entries = new EntryTable(in, head.entries(), classes);
    this.values = new SchemaValues(in, classes, kinds);
    this.arrays = new InputValues(in, classes, kinds);
    this.drafts = new Draft[head.entries() + head.createdChecked()];
    this.types = new int[drafts.length];
  }

  /**
   * Reads a snapshot.
   *
   * @param kinds gives the kinds of values
   */
  public static SnapshotTree read(Payload bytes, Kinds kinds) {
    return new TreeReader(bytes, kinds).read();
  }

  /** An object as far as it was read. */
  private static final class Draft {
    private final ClassRecord record;
    private final TreeValue[] slots;
    private List<TreeValue> elements = List.of();

    Draft(ClassRecord record) {
      this.record = record;
      this.slots = new TreeValue[record.slots().size()];
      Arrays.fill(slots, TreeValue.LEFT);
    }

    TreeNode finish() {
      List<TreeSlot> named = new ArrayList<>(slots.length);
      for (int i = 0; i < slots.length; i++) {
        SlotRecord slot = record.slots().get(i);
        named.add(new TreeSlot(slot.owner(), slot.name(), slots[i]));
      }
      return new TreeNode(record.name(), false, named, record.body(), record.ordered(), elements);
    }
  }

  /** The number of an object's class. */
  int type(int number) {
    return types[number];
  }

  SnapshotTree read() {
    for (int number = 0; number < head.entries(); number++) {
      draft(number, entries.type(number));
    }
    head.enter(in, Format.CREATED);
    for (int number = head.entries(); number < drafts.length; number++) {
      draft(number, in.varInt());
      read(drafts[number], true);
    }
    head.enter(in, Format.CHANGED);
    inputs(Format.IS_CHANGED);
    head.enter(in, Format.FRESH);
    for (int number = head.entries(); number < drafts.length; number++) {
      read(drafts[number], false);
    }
    head.enter(in, Format.RESULT);
    Optional<TreeValue> result =
        in.unsignedByte() == 0 ? Optional.empty() : Optional.of(reference());
    head.enter(in, Format.MAKING);
    for (int number = 1; number < head.entries(); number++) {
      if (!entries.isOutside(number)) {
        read(drafts[number], true);
      }
    }
    head.enter(in, Format.REST);
    read(drafts[0], false);
    inputs(Format.UNCHANGED);
    return new SnapshotTree(nodes(), result);
  }

  private void draft(int number, int type) {
    types[number] = type;
    drafts[number] = new Draft(classes.record(type));
  }

  /** The frame has what was assigned among what changed, and all of it at rest. */
  private void inputs(int mark) {
    for (int number = mark == Format.IS_CHANGED ? 0 : 1; number < head.entries(); number++) {
      if (entries.isMarked(number, mark)) {
        read(drafts[number], false);
      }
    }
  }

  private List<TreeNode> nodes() {
    List<TreeNode> nodes = new ArrayList<>(drafts.length);
    for (int number = 0; number < drafts.length; number++) {
      boolean outside = number < head.entries() && entries.isOutside(number);
      Draft draft = drafts[number];
      nodes.add(outside ? TreeNode.placeholder(draft.record.name()) : draft.finish());
    }
    return nodes;
  }

  private void read(Draft draft, boolean making) {
    ClassRecord record = draft.record;
    boolean bodyHere = making == (record.early() == Layout.Early.BODY);
    int compared = record.compared();
    for (int i = 0; i <= record.slots().size(); i++) {
      if (i == compared && bodyHere) {
        draft.elements = body(record);
      }
      if (i < record.slots().size() && record.slots().get(i).atCreation() == making) {
        SlotType type = record.slots().get(i).type();
        draft.slots[i] = type.isPrimitive() ? values.primitive(type) : reference();
      }
    }
    if (making && record.early() == Layout.Early.COUNT) {
      in.varInt();
    }
  }

  private List<TreeValue> body(ClassRecord record) {
    if (record.body() == Body.NONE) {
      return List.of();
    }
    if (record.body() == Body.PRIMITIVES) {
      SlotType type = record.component();
      return new Primitives(type, arrays.primitives(type.type(), type.widthBytes()));
    }
    int width = record.body().width();
    int count = in.count(width) * width;
    List<TreeValue> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(reference());
    }
    return elements;
  }

  private TreeValue reference() {
    int code = in.varInt();
    return switch (code) {
      case Format.NULL -> TreeValue.NULL;
      case Format.LEFT -> TreeValue.LEFT;
      case Format.VALUE -> values.value();
      case Format.CONSTANT -> values.constant();
      case Format.SELF -> TreeValue.RECEIVER;
      default -> ref(code - Format.FIRST_OBJECT);
    };
  }

  private Ref ref(int number) {
    if (number < 0 || number >= drafts.length) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; it has no object " + number);
    }
    return new Ref(number);
  }

  /** The elements of an array of primitives, made when asked for. */
  private static final class Primitives extends AbstractList<TreeValue> {
    private final String type;
    private final Object array;

    Primitives(SlotType type, Object array) {
      this.type = type.type().getName();
      this.array = array;
    }

    @Override
    public TreeValue get(int index) {
      return Leaf.of(type, String.valueOf(Array.get(array, index)));
    }

    @Override
    public int size() {
      return Array.getLength(array);
    }
  }
}
