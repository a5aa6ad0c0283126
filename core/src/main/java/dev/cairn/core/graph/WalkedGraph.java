package dev.cairn.core.graph;

import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.frame.ReceiverField;
import dev.cairn.core.graph.hash.Aside;
import dev.cairn.core.graph.hash.ChangeDetector;
import dev.cairn.core.graph.hash.ContentHash;
import dev.cairn.core.graph.hash.ExactSink;
import dev.cairn.core.graph.hash.Hashes;
import dev.cairn.core.graph.hash.Parts;
import dev.cairn.core.graph.hash.Recording;
import dev.cairn.core.graph.hash.RenumberedSink;
import dev.cairn.core.graph.hash.StateHash;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.number.Edge;
import dev.cairn.core.graph.number.KindsAhead;
import dev.cairn.core.graph.number.ObjectTable;
import dev.cairn.core.graph.number.Paths;
import dev.cairn.core.graph.number.Recall;
import dev.cairn.core.graph.number.Renumbering;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.graph.type.KnownKinds;
import dev.cairn.core.model.Fingerprint;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a call as they were when walked: numbered objects with a content hash each. Object
 * 0 is the frame. Values (strings, boxes, dates) have no numbers. Not changed after the walk, safe
 * for use by many threads. Holds strong references to the objects: to be dropped with the call.
 */
public final class WalkedGraph {
  private final GraphWalker walker;
  private final Kinds kinds;
  private final Frame frame;
  private final ObjectTable table;
  private final Hashes hashes;
  private final Recording recording;
  private final Aside aside;
  private final Paths paths;
  private final BitSet unsaved;
  private final Content places;
  private final int compared;
  private final Map<String, Fingerprint> parts;
  private final Fingerprint fingerprint;
  private final List<String> ambiguities;
  private final long sizeBytes;
  private final boolean repeatable;
  private volatile @Nullable ContentHash stateHash;

  WalkedGraph(
      GraphWalker walker, Walk walk, int compared, Map<String, Fingerprint> parts, long sizeBytes) {
    this.walker = walker;
    this.kinds = walk.kinds;
    this.frame = walk.frame;
    this.table = walk.table;
    this.hashes = walk.hashes;
    this.recording = walk.recording;
    this.aside = walk.aside;
    this.paths = walk.paths;
    this.unsaved = walk.unsaved;
    this.places = walk.places;
    this.compared = compared;
    this.parts = Collections.unmodifiableMap(parts);
    this.fingerprint = Parts.whole(parts);
    this.ambiguities = List.copyOf(walk.ambiguities);
    this.sizeBytes = sizeBytes;
    this.repeatable = walk.repeatable;
  }

  /** The frame that was walked. */
  public Frame frame() {
    return frame;
  }

  /** The kinds that it was walked with. */
  public Kinds kinds() {
    return kinds;
  }

  /** The canonical fingerprint of everything compared. */
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /**
   * Fingerprints of the top-level parts and of the fields one level below, {@code ctx} and {@code
   * ctx.pages}, in order: what tells which part differs.
   */
  public Map<String, Fingerprint> parts() {
    return parts;
  }

  /**
   * Paths of unordered containers with elements that content cannot tell apart: such inputs match
   * no record.
   */
  public List<String> ambiguities() {
    return ambiguities;
  }

  /** How many objects have a number; numbers go from 0. */
  public int size() {
    return table.size();
  }

  /**
   * How many of them were reached over compared edges: where fingerprints are equal, these have
   * equal numbers.
   */
  public int compared() {
    return compared;
  }

  /** The object with a number. */
  public Object object(int number) {
    return table.object(number);
  }

  /** The number of an object, or -1 if it is not in the graph. */
  public int numberOf(Object object) {
    return table.numberOf(object);
  }

  /** The object in which one was found; -1 of the frame. */
  public int parent(int number) {
    return table.parent(number);
  }

  /** How one was found in its parent; see {@link Edge}. */
  public long edge(int number) {
    return table.edge(number);
  }

  /** The part to which one belongs. */
  public int part(int number) {
    return table.part(number);
  }

  /** Where an object was found: {@code ctx.orders[17].customer}. */
  public String path(int number) {
    return paths.of(number);
  }

  /** Where an object, or a {@link ReceiverField}, is among the inputs, if it is. */
  public Optional<String> pathOf(Object object) {
    if (object instanceof ReceiverField field) {
      boolean used =
          frame.self().filter(self -> self == field.self()).isPresent()
              && places.layout().slots().stream().anyMatch(s -> s.name().equals(field.name()));
      return used ? Optional.of(field.name()) : Optional.empty();
    }
    int number = numberOf(object);
    return number < 0 ? Optional.empty() : Optional.of(path(number));
  }

  /**
   * Whether an object is state, as against infrastructure and what is never saved, which
   * overlapping calls may share.
   */
  public boolean isState(int number) {
    return number == 0
        || (isSaved(number) && kinds.of(object(number).getClass()) instanceof NodeKind);
  }

  /** Whether an object was not met only where nothing is saved. */
  boolean isSaved(int number) {
    return !unsaved.get(number);
  }

  /** Approximate size of the state in bytes. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** 128 bits over the compared content of an object: high and low half. */
  public long[] contentHash(int number) {
    ContentHash hash = hashes.canonical(number);
    return new long[] {hash.high(), hash.low()};
  }

  /** The content hash that an object would have with the numbers of another run. */
  public long[] contentHash(int number, Renumbering renumbering) {
    NodeKind kind = number == 0 ? frame.kind() : (NodeKind) kinds.of(object(number).getClass());
    ContentHash hash = new RenumberedSink(kinds, table, renumbering).hash(kind, object(number));
    return new long[] {hash.high(), hash.low()};
  }

  /** What the places of the frame held at the entry. */
  public Content places() {
    return places;
  }

  /**
   * 128 bits over what some places of the frame held at the entry.
   *
   * @param slots indices of their slots
   */
  public long[] placesHash(int[] slots, Renumbering renumbering) {
    ContentHash hash = new RenumberedSink(kinds, table, renumbering).hash(places, slots);
    return new long[] {hash.high(), hash.low()};
  }

  /** The numbers that the objects have in this graph. */
  public Renumbering numbering() {
    return new Renumbering() {
      @Override
      public int part(int liveNumber) {
        return table.part(liveNumber);
      }

      @Override
      public int local(int liveNumber) {
        return table.local(liveNumber);
      }
    };
  }

  /** Kinds of the objects, quickest in the order of the numbers. */
  KindsAhead kindsAhead() {
    return new KindsAhead(new KnownKinds(kinds), table);
  }

  /**
   * Whether a walk of a frame would find what this one found: then this serves as well. Says no
   * where it cannot be seen without a walk.
   */
  boolean isStill(Frame other) {
    try {
      return repeatable && frame.isLike(other) && isAllStill(other, aside.check());
    } catch (RuntimeException e) {
      return false; // a walk meets the same and says where
    }
  }

  private boolean isAllStill(Frame other, Aside.Check unsaved) {
    return isFrameStill(other)
        && unsaved.isKept(other, other.kind())
        && Standing.isAll(this, unsaved::isKept);
  }

  private boolean isFrameStill(Frame other) {
    ChangeDetector changes = changes();
    other.kind().visit(other, changes.begin(0, other.kind()));
    return changes.isUnchanged(0);
  }

  /** Finds the numbers of the objects again. */
  Recall recall() {
    return new Recall(table);
  }

  /** The constants that objects of one snapshot belong to: none known yet. */
  public ConstantLinks constantLinks() {
    return walker.constantLinks();
  }

  /**
   * A hash over everything here, as it was at the walk: equal for two walks of one process that met
   * the same things at the same numbers, compared or not.
   */
  public ContentHash stateHash() {
    ContentHash known = stateHash;
    if (known == null) {
      known = makeStateHash();
      stateHash = known;
    }
    return known;
  }

  private ContentHash makeStateHash() {
    StateHash state = new StateHash();
    state.add(fingerprint.hex() + " " + compared + " " + table.size());
    state.add(frame.loader().getClass().getName() + System.identityHashCode(frame.loader()));
    for (Slot slot : places.layout().slots()) {
      state.add(slot.owner() + " " + slot.name() + " " + slot.generics());
      state.add(slot.mark() + " " + slot.type());
    }
    ExactSink exact = exact();
    for (int number = 0; number < table.size(); number++) {
      state.add(table, number, hashes.exact(number, recording, exact));
      if (!isState(number)) {
        state.add(object(number).getClass().getName());
      }
    }
    return state.end();
  }

  /** Tells which objects have changed since the walk. For one thread. */
  public ChangeDetector changes() {
    return new ChangeDetector(recording, exact(), hashes);
  }

  private ExactSink exact() {
    return new ExactSink(kinds, frame, table);
  }
}
