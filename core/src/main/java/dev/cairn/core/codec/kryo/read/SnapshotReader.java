package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.Pairing;
import dev.cairn.core.codec.Restoration;
import dev.cairn.core.codec.Write;
import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.schema.ClassTableReader;
import dev.cairn.core.codec.kryo.schema.LayoutMatch;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.SlotType;
import dev.cairn.core.graph.number.Renumbering;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Payload;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes one snapshot against the live inputs of a call. Writes to new objects only. */
public final class SnapshotReader {
  private final BoundedInput in;
  private final WalkedGraph live;
  private final Kinds kinds;
  private final Head head;
  private final ClassTableReader classes;
  private final EntryTable entries;
  private final Pairing pairing;
  private final Revival revival;
  private final Creation creation;
  private final ContentReader reader;
  private final int[] types;
  private final @Nullable Blueprint[] blueprints;
  private final Payload bytes;
  private final List<Write> late = new ArrayList<>();
  private final Evolution evolution;
  private int current;

  private SnapshotReader(
      Payload bytes, Set<String> allowed, WalkedGraph live, @Nullable Needed needed) {
    this.bytes = bytes;
    this.in = new BoundedInput(bytes.open(), bytes.sizeBytes());
    this.live = live;
    this.kinds = live.kinds();
    this.head = Head.read(in, bytes.sizeBytes());
    head.enter(in, Format.CLASSES);
    this.classes = new ClassTableReader(in, head.classes(), allowed, live.frame().loader(), kinds);
    classes.findConstants(new RecordedConstants(bytes, head, classes, live));
    head.enter(in, Format.ENTRIES);
    EntryTable.Frames frames = new EntryTable.Frames(kinds, live.frame().kind());
    this.entries = new EntryTable(in, head.entries(), classes, frames);
    this.pairing = new Pairing(entries, live, sameNumbers());
    this.evolution =
        new Evolution(bytes, new Evolution.Schema(classes, entries), live, pairing, needed);
    this.revival = new Revival(head, entries, classes, pairing);
    this.types = new int[head.createdChecked()];
    this.blueprints = new @Nullable Blueprint[head.classes()];
    this.creation = new Creation(0, head.entries() + head.created());
    this.reader = reader(in);
  }

  private ContentReader reader(BoundedInput input) {
    return new ContentReader(
        input, new InputValues(input, classes, kinds), evolution.doubts(), this::object);
  }

  private boolean sameInputs() {
    return head.fingerprint().equals(live.fingerprint()) && head.compared() == live.compared();
  }

  private int sameNumbers() {
    return sameInputs() ? head.compared() : 0;
  }

  /** Decodes a snapshot; writes to new objects only. */
  public static Restoration read(Payload bytes, Set<String> allowed, WalkedGraph live) {
    SnapshotReader reader = new SnapshotReader(bytes, allowed, live, null);
    try {
      return reader.read();
    } catch (Evolution.EvolvedException e) {
      return new SnapshotReader(bytes, allowed, live, reader.evolution.look()).read();
    }
  }

  private Restoration read() {
    Optional<String> difference = difference();
    if (difference.isPresent()) {
      return new Restoration(kinds, List.of(), List.of(), List.of(), null, difference);
    }
    try {
      return restoration();
    } catch (MisplacedException e) {
      throw e.at(evolution.path(current));
    }
  }

  private Restoration restoration() {
    revive();
    head.enter(in, Format.CREATED);
    create();
    head.enter(in, Format.CHANGED);
    List<Write> changed = changed();
    head.enter(in, Format.FRESH);
    fresh();
    head.enter(in, Format.RESULT);
    Object result = in.unsignedByte() == 0 ? null : reader.plain();
    head.enter(in, Format.MAKING);
    revival.unchanged(in, reader, number -> fill(number, entries.type(number)));
    Restoration all =
        new Restoration(kinds, changed, late, createdObjects(), result, Optional.empty());
    return all.adapted(evolution.adapted());
  }

  private void revive() {
    BoundedInput ahead = new BoundedInput(bytes.open(), bytes.sizeBytes());
    ContentReader making = reader(ahead);
    revival.making(ahead, making, number -> make(number, entries.type(number), making));
  }

  /** The first object that the call changed and that is not there as it was, by its path. */
  private Optional<String> difference() {
    for (int number = 0; number < entries.size(); number++) {
      boolean asked = entries.isChanged(number) && !revival.contains(number);
      if (asked && !isAsRecorded(number)) {
        return Optional.of(entries.path(number));
      }
    }
    return Optional.empty();
  }

  private boolean isAsRecorded(int number) {
    int paired = pairing.live(number);
    return paired >= 0
        && (sameInputs() || Arrays.equals(entries.entryHash(number), liveHash(number, paired)));
  }

  private long[] liveHash(int number, int paired) {
    return number == 0
        ? live.placesHash(entries.assigned(), recorded())
        : live.contentHash(paired, recorded());
  }

  /** The recorded numbers of live objects. */
  private Renumbering recorded() {
    return new Renumbering() {
      @Override
      public int part(int liveNumber) {
        int number = pairing.recorded(liveNumber);
        return number < 0 ? -1 : entries.part(number);
      }

      @Override
      public int local(int liveNumber) {
        return entries.local(pairing.recorded(liveNumber));
      }
    };
  }

  private void create() {
    long room = head.length(Format.FRESH);
    for (int number = head.entries(); number < head.entries() + head.created(); number++) {
      int type = in.varInt();
      types[number - head.entries()] = type;
      if (evolution.isNeeded(number, type)) {
        room -= make(number, type, reader);
        requireRoom(room);
      } else {
        reader.skip().object(classes.record(type), true);
      }
    }
    creation.finish();
  }

  /** Returns how many bytes the content will need at least. */
  private long make(int number, int type, ContentReader from) {
    current = number;
    Blueprint blueprint = blueprint(number, type);
    LayoutMatch match = blueprint.match();
    NodeKind kind = match.kind();
    if (match.isMadeOfNothing()) {
      creation.add(number, kind);
      return 0;
    }
    Content content = new Content(kind.layout());
    from.making(match, content);
    long room = room(kind, content);
    requireRoom(bytes.sizeBytes() - room);
    creation.add(number, kind, content);
    return room;
  }

  private Blueprint blueprint(int number, int type) {
    Blueprint known = blueprints[type];
    if (known == null) {
      LayoutMatch match = evolution.match(type, evolution.creatable(number, type));
      known = Blueprint.of(match, evolution.needsAll(), kinds);
      blueprints[type] = known;
    }
    return known;
  }

  private static void requireRoom(long room) {
    if (room < 0) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; it declares more elements than it has");
    }
  }

  /** How many bytes the announced elements will need at least. */
  private static long room(NodeKind kind, Content content) {
    Layout layout = kind.layout();
    return layout.early() != Layout.Early.COUNT
        ? 0
        : (long) content.count() * Math.max(1, SlotType.of(layout.component()).widthBytes());
  }

  private List<Write> changed() {
    List<Write> changed = new ArrayList<>();
    for (int number = 0; number < entries.size(); number++) {
      if (entries.isChanged(number) && revival.contains(number)) {
        fill(number, entries.type(number));
      } else if (entries.isChanged(number)) {
        Object target = live.object(pairing.live(number));
        NodeKind kind = number == 0 ? live.frame().kind() : nodeKind(target);
        Content content = new Content(kind.layout());
        current = number;
        reader.content(evolution.match(entries.type(number), kind), content);
        requireSize(target, kind, content);
        changed.add(new Write(target, kind, content));
      }
    }
    return changed;
  }

  private NodeKind nodeKind(Object target) {
    if (kinds.of(target.getClass()) instanceof NodeKind kind) {
      return kind;
    }
    throw new CodecException(
        target.getClass().getName(),
        "Cannot decode the snapshot; a " + target.getClass().getName() + " is no state here");
  }

  /** An array has the size it was made with. */
  private static void requireSize(Object target, NodeKind kind, Content content) {
    boolean fixed = kind.layout().early() == Layout.Early.COUNT && target.getClass().isArray();
    if (fixed && Array.getLength(target) != content.bodyLength()) {
      throw new CodecException(
          target.getClass().getName(),
          "Cannot decode the snapshot; an array of "
              + Array.getLength(target)
              + " elements is recorded with "
              + content.bodyLength());
    }
  }

  private void fresh() {
    for (int number = head.entries(); number < head.entries() + head.created(); number++) {
      int type = types[number - head.entries()];
      if (evolution.isNeeded(number)) {
        fill(number, type);
      } else {
        reader.skip().object(classes.record(type), false);
      }
    }
  }

  /** Gives a new object its content, now or, if it asks its elements, when all else is written. */
  private void fill(int number, int type) {
    current = number;
    Blueprint blueprint = blueprint(number, type);
    if (blueprint.direct() != null) {
      blueprint.direct().fill(creation.get(number), in, reader);
      return;
    }
    LayoutMatch match = blueprint.match();
    NodeKind kind = match.kind();
    Content content = creation.content(number).orElseGet(match::fresh);
    Object target = creation.get(number);
    reader.content(match, content);
    requireSize(target, kind, content);
    if (kind.asksElements()) {
      late.add(new Write(target, kind, content));
    } else {
      kind.assign(target, content);
    }
    creation.forget(number);
  }

  private List<Object> createdObjects() {
    List<Object> objects = new ArrayList<>();
    if (Arrays.stream(blueprints).noneMatch(known -> known != null && known.care())) {
      return objects;
    }
    for (int number = head.entries(); number < head.entries() + head.created(); number++) {
      int type = types[number - head.entries()];
      if (evolution.isNeeded(number) && blueprint(number, type).care()) {
        objects.add(creation.get(number));
      }
    }
    return objects;
  }

  private Object object(int number) {
    if (number == ContentReader.SELF) {
      return live.frame()
          .self()
          .orElseThrow(
              () ->
                  new CodecException(
                      "this", "Cannot decode the snapshot; the call has no receiver"));
    }
    if (number >= entries.size() || revival.contains(number)) {
      return creation.get(number);
    }
    int paired = pairing.live(number);
    if (paired < 0) {
      String path = entries.path(number);
      throw new CodecException(
          path, "Cannot decode the snapshot; what was at " + path + " is not there now");
    }
    return live.object(paired);
  }
}
