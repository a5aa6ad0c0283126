package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A restore that fails at any of its writes leaves the live objects as they were. */
class NeverHalfTest {
  private static final long HEAPS = 60;

  /** Counts the writes to go; at 0 one fails. */
  private int left = Integer.MAX_VALUE;

  private final StageRuns runs = new StageRuns(new Kinds(Access.best(), this::failing));

  @Test
  void aFailureAtAnyWriteUndoesAll() {
    int failures = 0;
    for (long seed = 0; seed < HEAPS; seed++) {
      failures += failEverywhere(seed);
    }

    assertThat(failures).isGreaterThan(200);
  }

  private int failEverywhere(long seed) {
    Heap executed = new Heap(seed);
    WalkedGraph entry = runs.walk(executed.pool);
    Object returned = executed.change(seed + 1);
    EncodedSnapshot snapshot = runs.encode(entry, returned);
    for (int write = 0; ; write++) {
      Heap live = new Heap(seed);
      DecodedSnapshot decoded = runs.decode(snapshot, runs.walk(live.pool));
      left = write;
      try {
        decoded.apply();
        left = Integer.MAX_VALUE;
        return write;
      } catch (CodecException e) {
        assertThat(e).hasRootCauseMessage("injected");
        assertIsAsBefore(live, seed);
      }
    }
  }

  private static void assertIsAsBefore(Heap live, long seed) {
    Heap before = new Heap(seed);
    Isomorphism isomorphism = new Isomorphism();
    Optional<String> difference =
        isomorphism.pair(before.pool, live.pool, "pool").or(isomorphism::difference);
    assertThat(difference).as("seed %d", seed).isEmpty();
  }

  private Kind failing(Kind kind) {
    return kind instanceof NodeKind node ? new Failing(node) : kind;
  }

  /** Writes half of an object and fails, when it is its turn. */
  private final class Failing extends NodeKind {
    private final NodeKind inner;

    Failing(NodeKind inner) {
      super(inner.type(), inner.layout());
      this.inner = inner;
    }

    @Override
    public void visit(Object object, ContentSink sink) {
      inner.visit(object, sink);
    }

    @Override
    public Object create(Content content) {
      return inner.create(content);
    }

    @Override
    public void assign(Object object, Content content) {
      inner.assign(object, content);
      if (left-- == 0) {
        throw new IllegalStateException("injected");
      }
    }

    @Override
    public boolean asksElements() {
      return inner.asksElements();
    }

    @Override
    public Optional<String> notCreatable() {
      return inner.notCreatable();
    }

    @Override
    public String identity() {
      return inner.identity();
    }
  }

  @Test
  void nothingIsWrittenTwice() {
    Heap executed = new Heap(7);
    WalkedGraph entry = runs.walk(executed.pool);
    EncodedSnapshot snapshot = runs.encode(entry, executed.change(8));
    Heap live = new Heap(7);
    live.root.count = -1;

    DecodedSnapshot decoded = runs.decode(snapshot, runs.walk(live.pool));

    assertThat(decoded.difference()).isPresent();
    assertThatThrownBy(decoded::apply).isInstanceOf(CodecException.class);
  }
}
