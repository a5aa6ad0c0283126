package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.RekeyedTables;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.bytes.Sections;
import dev.cairn.core.codec.kryo.bytes.SnapshotOutput;
import dev.cairn.core.codec.kryo.schema.ClassTableWriter;
import dev.cairn.core.codec.kryo.write.References.Problem;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.ConstantLinks;
import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.hash.ChangeDetector;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.number.Edge;
import dev.cairn.core.graph.number.KindsAhead;
import dev.cairn.core.graph.type.KnownKinds;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Writes one snapshot: every input object once, in the order of the numbers, then what is new in
 * the order in which it is met. Never recursive in depth. For one snapshot.
 */
public final class SnapshotWriter {
  private static final int OBJECTS_A_TIME = 1 << 10;

  private final WalkedGraph entry;
  private final Frame exit;
  private final ExitNumbers numbers;
  private final KindsAhead ahead;
  private final ChangeDetector changes;
  private final Sections sections;
  private final SnapshotOutput making = SnapshotOutput.inMemory(1 << 12);
  private final SnapshotOutput content = SnapshotOutput.inMemory(1 << 14);
  private final ClassTableWriter classes;
  private final OutputValues values;
  private final Constants constants;
  private final References references;
  private final ContentWriter writer;
  private final RekeyedTables tables;
  private final List<Object> changed = new ArrayList<>();

  private SnapshotWriter(WalkedGraph entry, Frame exit, ConstantLinks links, Scratch scratch) {
    this.sections = new Sections(scratch);
    this.entry = entry;
    this.exit = exit;
    this.numbers = new ExitNumbers(entry);
    this.ahead = new KindsAhead(new KnownKinds(entry.kinds()), numbers);
    this.changes = entry.changes();
    this.tables = new RekeyedTables(entry);
    this.classes = new ClassTableWriter(entry.frame().loader(), sections.output(Format.CLASSES));
    this.values = new OutputValues(classes, content);
    this.constants = new Constants(links, numbers, classes, sections.output(Format.CONSTANTS));
    this.references = new References(constants, numbers, classes, values);
    this.writer = new ContentWriter(references, values, making, content);
  }

  /**
   * Writes what a call left. Once more where an object was taken for a new one before the constant
   * in which it lies was met.
   *
   * @param done is told now and then how many more objects have been written
   */
  public static EncodedSnapshot write(
      WalkedGraph entry, Frame exit, Scratch scratch, LongConsumer done) {
    ConstantLinks links = entry.constantLinks();
    EncodedSnapshot snapshot = new SnapshotWriter(entry, exit, links, scratch).write(done);
    while (links.takeLate()) {
      snapshot = new SnapshotWriter(entry, exit, links, scratch).write(done);
    }
    return snapshot;
  }

  private EncodedSnapshot write(LongConsumer done) {
    frame();
    for (int number = 1; number < entry.size(); number++) {
      input(number);
      tell(number, done);
    }
    boolean still = changed.isEmpty() && numbers.size() == entry.size() && constants.isWithout();
    result();
    for (int number = entry.size(); number < numbers.size(); number++) {
      created(number);
      tell(number, done);
    }
    int created = numbers.size() - entry.size();
    Payload bytes = sections.finish(head(created));
    return new EncodedSnapshot(bytes, classes.names(), changed, numbers, still);
  }

  private static void tell(int number, LongConsumer done) {
    if (number % OBJECTS_A_TIME == 0) {
      done.accept(OBJECTS_A_TIME);
    }
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
      sections.output(Format.ENTRIES).varInt(assigned.length);
      for (int slot : assigned) {
        sections.output(Format.ENTRIES).varInt(slot);
      }
    }
    begin();
    read(0, exit.kind(), exit, ContentSink.NOWHERE);
    append(content, Format.REST);
  }

  private void input(int number) {
    Object object = entry.object(number);
    Kind kind = ahead.of(number, entry.size());
    if (!entry.isState(number) || !(kind instanceof NodeKind node)) {
      entryRecord(number, placeholder(object), Format.PLACEHOLDER);
      return;
    }
    begin();
    read(number, node, object, changes.begin(number, node));
    boolean same = changes.isUnchanged(number) && !tables.isRekeyed(object);
    Optional<Problem> problem = references.takeProblem();
    if (same && (problem.isPresent() || !canBeMade(node))) {
      entryRecord(number, placeholder(object), Format.PLACEHOLDER);
      return;
    }
    problem.ifPresent(SnapshotWriter::refuse);
    if (!same) {
      requireChangeable(number, node);
      requireExact(number, node, object);
      changed.add(object);
    }
    int type = classes.ofLive(node.recorded().getName(), node.layout());
    entryRecord(number, type, same ? Format.UNCHANGED : Format.IS_CHANGED);
    if (!same) {
      hash(entry.contentHash(number));
    }
    append(making, Format.MAKING);
    append(content, same ? Format.REST : Format.CHANGED);
  }

  /** What is made whole cannot be given another content. */
  private void requireChangeable(int number, NodeKind kind) {
    if (kind.layout().early() == Layout.Early.BODY) {
      String path = numbers.path(number);
      throw new CodecException(
          path,
          "Cannot encode what the stage left; "
              + path
              + ": the stage changed a "
              + kind.type().getName()
              + ", which can only be made, not changed; if a StateSerializer treats it, make that"
              + " an InPlaceSerializer whose toState gives the same objects each time");
    }
  }

  private void requireExact(int number, NodeKind kind, Object object) {
    Optional<String> obstacle = obstacle(number, kind, object);
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
    return kind.notCreatable().isEmpty() && classes.isResolvable(kind.recorded());
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
      numbers.begin(number);
      writer.begin(number, kind.layout(), also);
      kind.visit(object, writer);
    } catch (CodecException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(number, object, e);
    }
  }

  private Optional<String> obstacle(int number, NodeKind kind, Object object) {
    try {
      return kind.obstacle(object);
    } catch (RuntimeException e) {
      throw unreadable(number, object, e);
    }
  }

  private CodecException unreadable(int number, Object object, RuntimeException e) {
    String path = numbers.path(number);
    return new CodecException(
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

  private static void refuse(Problem problem) {
    throw new CodecException(problem.path(), problem.message());
  }

  private void entryRecord(int number, int type, int mark) {
    SnapshotOutput out = sections.output(Format.ENTRIES);
    long edge = entry.edge(number);
    out.unsignedByte(mark | Edge.type(edge).code() << 2);
    out.varInt(type);
    out.varInt(number - entry.parent(number));
    if (Edge.type(edge) == Edge.Type.KEY) {
      out.fixedLong(Edge.payload(edge));
    } else {
      out.varLong(Edge.payload(edge));
    }
    out.varInt(entry.part(number));
  }

  private void hash(long[] halves) {
    sections.output(Format.ENTRIES).fixedLong(halves[0]);
    sections.output(Format.ENTRIES).fixedLong(halves[1]);
  }

  private void append(SnapshotOutput from, int section) {
    sections.output(section).append(from);
  }

  private void result() {
    begin();
    Optional<Frame.Result> result = exit.result();
    content.unsignedByte(result.isPresent() ? 1 : 0);
    if (result.isPresent()) {
      values.to(content);
      references.result(result.get().value());
      references.takeProblem().ifPresent(SnapshotWriter::refuse);
    }
    append(content, Format.RESULT);
  }

  private void created(int number) {
    Object object = numbers.object(number);
    NodeKind kind = (NodeKind) ahead.of(number, numbers.size());
    begin();
    read(number, kind, object, ContentSink.NOWHERE);
    references.takeProblem().ifPresent(SnapshotWriter::refuse);
    requireExact(number, kind, object);
    sections.output(Format.CREATED).varInt(classes.ofCreated(kind));
    append(making, Format.CREATED);
    append(content, Format.FRESH);
  }

  private SnapshotOutput head(int created) {
    SnapshotOutput head = SnapshotOutput.inMemory(1 << 8);
    head.fixedInt(Format.MAGIC);
    head.varInt(Format.VERSION);
    byte[] fingerprint = HexFormat.of().parseHex(entry.fingerprint().hex());
    head.bytes(fingerprint, fingerprint.length);
    head.varInt(classes.size());
    head.varInt(entry.size());
    head.varInt(entry.compared());
    head.varInt(created);
    return head;
  }
}
