package dev.cairn.core.graph;

import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.hash.Aside;
import dev.cairn.core.graph.hash.ContentHash;
import dev.cairn.core.graph.hash.Emission;
import dev.cairn.core.graph.hash.ExactSink;
import dev.cairn.core.graph.hash.Hashes;
import dev.cairn.core.graph.hash.Parts;
import dev.cairn.core.graph.hash.Recording;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.number.KindsAhead;
import dev.cairn.core.graph.number.ObjectTable;
import dev.cairn.core.graph.number.Paths;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.graph.type.KnownKinds;
import dev.cairn.core.model.Fingerprint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One walk. First everything that is reached over compared edges, breadth first, so that numbers do
 * not depend on what is never compared; then the rest, for which the same numbers would mean
 * nothing across runs and paths must serve.
 */
final class Walk {
  private static final long BYTES_PER_OBJECT = 16;

  /** The part of what has no name: the frame, and what is reached over no compared edge. */
  private static final String REST = "";

  final Kinds kinds;
  final Frame frame;
  final ObjectTable table = new ObjectTable();
  final Parts parts = new Parts();
  final Emission emission;
  final Emission small;
  final Hashes hashes = new Hashes();
  final Recording recording = new Recording();
  final Aside aside = new Aside();
  final List<String> ambiguities = new ArrayList<>();
  final BitSet unsaved = new BitSet();
  final Paths paths;
  final Content places;

  private final RandomGenerator unique;
  private final long maxBytes;
  private final Deque<Later> later = new ArrayDeque<>();
  private final Deque<Later> leaves = new ArrayDeque<>();
  private final KnownKinds known;
  private final KindsAhead ahead;
  private final Expansion expansion;
  private long bytes;
  boolean repeatable = true;
  private int expanded;

  Walk(Kinds kinds, Frame frame, long maxBytes, RandomGenerator unique) {
    this.kinds = kinds;
    this.emission = new Emission(kinds.aliases());
    this.small = Emission.small(kinds.aliases());
    this.expansion = new Expansion(this);
    this.frame = frame;
    this.maxBytes = maxBytes;
    this.unique = unique;
    this.paths = new Paths(kinds, frame, table);
    this.known = new KnownKinds(kinds);
    this.ahead = new KindsAhead(known, table);
    this.places = frame.kind().capture(frame);
  }

  /** A reference that is followed when everything compared has its number. */
  record Later(int parent, long edge, Object object, Mark mark) {}

  WalkedGraph walk(GraphWalker walker) {
    table.add(frame, -1, 0, parts.part(REST), parts.nextLocal(0));
    expandAll();
    int compared = table.size();
    Map<String, Fingerprint> fingerprints = parts.fingerprints();
    while (!later.isEmpty()) {
      follow(later.removeFirst());
      expandAll();
    }
    leaves.forEach(this::link);
    rehash();
    recording.end();
    return new WalkedGraph(walker, this, compared, fingerprints, bytes);
  }

  /** Exact hashes of what is not recorded, now that everything has its number. */
  private void rehash() {
    ExactSink exact = new ExactSink(kinds, frame, table);
    hashes.special().stream().forEach(number -> rehash(number, exact));
  }

  private void rehash(int number, ExactSink exact) {
    Object object = table.object(number);
    try {
      if (((NodeKind) kindOf(object)).layout().body() == Body.PRIMITIVES) {
        hashes.putExact(number, exact.hash(object));
      }
    } catch (RuntimeException e) {
      throw unreadable(number, object, e);
    }
  }

  private void follow(Later edge) {
    if (table.numberOf(edge.object()) >= 0) {
      return;
    }
    if (edge.mark() == Mark.TRANSIENT && !canWalk(edge.object())) {
      repeatable = false;
      return;
    }
    int rest = parts.part(REST);
    table.add(edge.object(), edge.parent(), edge.edge(), rest, parts.nextLocal(rest));
  }

  private boolean canWalk(Object object) {
    return new Probe(
            kinds,
            known -> table.numberOf(known) >= 0,
            part -> Refusal.of(kinds.of(part.getClass())).isEmpty())
        .isGood(object);
  }

  private void expandAll() {
    while (expanded < table.size()) {
      int number = expanded++;
      recording.begin();
      Kind kind = number == 0 ? frame.kind() : ahead.of(number, table.size());
      if (kind instanceof NodeKind node) {
        expand(number, table.object(number), node);
      } else {
        hashes.skip(number);
      }
    }
  }

  private void expand(int number, Object object, NodeKind kind) {
    try {
      ContentHash hash = expansion.expand(number, object, kind);
      hashes.put(number, hash);
      parts.add(table.part(number), hash);
    } catch (UncapturableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(number, object, e);
    }
    count(number, emission.sizeBytes() + BYTES_PER_OBJECT);
  }

  private UncapturableException unreadable(int number, Object object, RuntimeException e) {
    return new UncapturableException(
        paths.of(number),
        "Cannot walk the inputs; "
            + paths.of(number)
            + ": "
            + object.getClass().getName()
            + " could not be read ("
            + e
            + "); was it changed by another thread? Mark the field"
            + " @Unsaved, or do not share it",
        e);
  }

  private void count(int number, long more) {
    bytes += more;
    if (bytes > maxBytes) {
      throw new UncapturableException(
          paths.of(number),
          "Cannot walk the inputs; they are larger than cairn.state.max, "
              + maxBytes
              + " bytes, and that was reached at "
              + paths.of(number)
              + "; raise it, or mark what need not be saved @Unsaved");
    }
  }

  Kind kindOf(Object object) {
    return object == frame ? frame.kind() : known.of(object);
  }

  /** Says where the object was found that was numbered last. */
  int discover(int parent, long edge, int part) {
    return table.found(parent, edge, part, parts.nextLocal(part));
  }

  void later(Later edge) {
    (edge.mark() == Mark.UNSAVED ? leaves : later).addLast(edge);
  }

  /** What is never saved gets a number too, so that it can be linked; its content is not read. */
  private void link(Later edge) {
    if (table.numberOf(edge.object()) < 0) {
      int rest = parts.part(REST);
      int number =
          table.add(edge.object(), edge.parent(), edge.edge(), rest, parts.nextLocal(rest));
      recording.begin();
      hashes.skip(number);
      unsaved.set(number);
    }
  }

  /** Content cannot tell the elements of a container apart: no other walk shall look like this. */
  void ambiguous(int container) {
    repeatable = false;
    ambiguities.add(paths.of(container));
    emission.bits(unique.nextLong());
  }
}
