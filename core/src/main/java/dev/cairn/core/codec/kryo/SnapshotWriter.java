package dev.cairn.core.codec.kryo;

import com.esotericsoftware.kryo.io.Output;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.References.Problem;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.ChangeDetector;
import dev.cairn.core.graph.Edge;
import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.Frame;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.model.Payload;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes one snapshot: every input object once, in the order of the numbers, then what is new in
 * the order in which it is met. Never recursive in depth. For one snapshot.
 */
final class SnapshotWriter {
  private final WalkedGraph entry;
  private final Frame exit;
  private final ExitNumbers numbers;
  private final ChangeDetector changes;
  private final Sections sections = new Sections();
  private final Output making = new Output(1 << 12, -1);
  private final Output content = new Output(1 << 14, -1);
  private final ClassTableWriter classes;
  private final OutputValues values;
  private final References references;
  private final ContentWriter writer;
  private final List<Object> changed = new ArrayList<>();

  SnapshotWriter(WalkedGraph entry, Frame exit) {
    this.entry = entry;
    this.exit = exit;
    this.numbers = new ExitNumbers(entry);
    this.changes = entry.changes();
    this.classes = new ClassTableWriter(entry.frame().loader(), sections.output(Format.CLASSES));
    this.values = new OutputValues(classes, content);
    this.references = new References(entry.kinds(), numbers, classes, values);
    this.writer = new ContentWriter(references, values, making, content);
  }

  EncodedSnapshot write() {
    frame();
    for (int number = 1; number < entry.size(); number++) {
      input(number);
    }
    result();
    for (int number = entry.size(); number < numbers.size(); number++) {
      created(number);
    }
    int created = numbers.size() - entry.size();
    Payload bytes = sections.finish(head(created));
    return new EncodedSnapshot(bytes, classes.names(), changed, numbers);
  }

  /**
   * The frame: of its places only those that were assigned are part of a restore, so that a call
   * with a key, whose other inputs may differ, leaves those alone.
   */
  private void frame() {
    Places places = new Places(entry, references, values);
    begin();
    values.to(content);
    int[] assigned = places.write(exit);
    references.takeProblem().ifPresent(SnapshotWriter::refuse);
    boolean same = assigned.length == 0;
    if (!same) {
      for (int slot : assigned) {
        changed.add(entry.frame().place(slot));
      }
      append(content, Format.CHANGED);
    }
    int type = classes.ofLive("frame", exit.kind().layout());
    entryRecord(0, type, same ? Format.UNCHANGED : Format.IS_CHANGED);
    if (!same) {
      hash(entry.placesHash(assigned, entry.numbering()));
      sections.output(Format.ENTRIES).writeVarInt(assigned.length, true);
      for (int slot : assigned) {
        sections.output(Format.ENTRIES).writeVarInt(slot, true);
      }
    }
    begin();
    read(0, exit.kind(), exit, ContentSink.NOWHERE);
    append(content, Format.REST);
  }

  private void input(int number) {
    Object object = entry.object(number);
    Kind kind = entry.kinds().of(object.getClass());
    if (!entry.isState(number) || !(kind instanceof NodeKind node)) {
      entryRecord(number, placeholder(object), Format.PLACEHOLDER);
      return;
    }
    begin();
    read(number, node, object, changes.begin(node));
    boolean same = changes.isUnchanged(number);
    Optional<Problem> problem = references.takeProblem();
    if (same && (problem.isPresent() || !canBeMade(node))) {
      entryRecord(number, placeholder(object), Format.PLACEHOLDER);
      return;
    }
    problem.ifPresent(SnapshotWriter::refuse);
    if (!same) {
      requireExact(number, node, object);
      changed.add(object);
    }
    int type = classes.ofLive(node.type().getName(), node.layout());
    entryRecord(number, type, same ? Format.UNCHANGED : Format.IS_CHANGED);
    if (!same) {
      hash(entry.contentHash(number));
    }
    append(making, Format.MAKING);
    append(content, same ? Format.REST : Format.CHANGED);
  }

  private void requireExact(int number, NodeKind kind, Object object) {
    Optional<String> obstacle = kind.obstacle(object);
    if (obstacle.isPresent()) {
      String path = numbers.path(number);
      throw new CodecException(
          path,
          "Cannot encode what the stage left; "
              + path
              + ": "
              + object.getClass().getName()
              + ": "
              + obstacle.get());
    }
  }

  private boolean canBeMade(NodeKind kind) {
    return kind.notCreatable().isEmpty() && classes.isResolvable(kind.type());
  }

  private int placeholder(Object object) {
    return classes.ofPlaceholder(object.getClass());
  }

  private void begin() {
    making.reset();
    content.reset();
  }

  private void read(int number, NodeKind kind, Object object, ContentSink also) {
    try {
      writer.begin(number, kind.layout(), also);
      kind.visit(object, writer);
    } catch (CodecException e) {
      throw e;
    } catch (RuntimeException e) {
      String path = numbers.path(number);
      throw new CodecException(
          path,
          "Cannot encode what the stage left; "
              + path
              + ": "
              + object.getClass().getName()
              + " could not be read ("
              + e
              + "); was it changed by another thread?",
          e);
    }
  }

  private static void refuse(Problem problem) {
    throw new CodecException(problem.path(), problem.message());
  }

  private void entryRecord(int number, int type, int mark) {
    Output out = sections.output(Format.ENTRIES);
    long edge = entry.edge(number);
    out.writeByte(mark | Edge.type(edge).code() << 2);
    out.writeVarInt(type, true);
    out.writeVarInt(number - entry.parent(number), true);
    if (Edge.type(edge) == Edge.Type.KEY) {
      out.writeLong(Edge.payload(edge));
    } else {
      out.writeVarLong(Edge.payload(edge), true);
    }
    out.writeVarInt(entry.part(number), true);
  }

  private void hash(long[] halves) {
    sections.output(Format.ENTRIES).writeLong(halves[0]);
    sections.output(Format.ENTRIES).writeLong(halves[1]);
  }

  private void append(Output from, int section) {
    sections.output(section).writeBytes(from.getBuffer(), 0, from.position());
  }

  private void result() {
    begin();
    Optional<Frame.Result> result = exit.result();
    content.writeByte(result.isPresent() ? 1 : 0);
    if (result.isPresent()) {
      values.to(content);
      references.result(result.get().value());
      references.takeProblem().ifPresent(SnapshotWriter::refuse);
    }
    append(content, Format.RESULT);
  }

  private void created(int number) {
    Object object = numbers.object(number);
    NodeKind kind = (NodeKind) entry.kinds().of(object.getClass());
    begin();
    read(number, kind, object, ContentSink.NOWHERE);
    references.takeProblem().ifPresent(SnapshotWriter::refuse);
    requireExact(number, kind, object);
    sections.output(Format.CREATED).writeVarInt(classes.ofCreated(kind), true);
    append(making, Format.CREATED);
    append(content, Format.FRESH);
  }

  private Output head(int created) {
    Output head = new Output(1 << 8, -1);
    head.writeInt(Format.MAGIC);
    head.writeVarInt(Format.VERSION, true);
    head.writeBytes(HexFormat.of().parseHex(entry.fingerprint().hex()));
    head.writeVarInt(classes.size(), true);
    head.writeVarInt(entry.size(), true);
    head.writeVarInt(entry.compared(), true);
    head.writeVarInt(created, true);
    return head;
  }
}
