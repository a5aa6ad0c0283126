package dev.cairn.core.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.differential.program.Case;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A restore that fails at any of its writes leaves the live objects as they were. */
class NeverHalfTest {
  private static final long HEAPS = 200;

  /** Counts the writes to go; at 0 one fails. */
  private int left = Integer.MAX_VALUE;

  private final Trial trial = new Trial(new FailingWrites());

  @Test
  void aFailureAtAnyWriteUndoesAll() {
    int failures =
        LongStream.range(0, HEAPS)
            .mapToObj(Case::of)
            .filter(given -> !given.odd())
            .mapToInt(this::failEverywhere)
            .sum();

    assertThat(failures).isGreaterThan(400);
  }

  private int failEverywhere(Case given) {
    EncodedSnapshot snapshot = snapshot(given);
    for (int write = 0; ; write++) {
      Call live = call(given);
      DecodedSnapshot decoded = decoded(snapshot, live);
      left = write;
      try {
        decoded.apply();
        return write;
      } catch (CodecException e) {
        assertThat(e).hasRootCauseMessage("injected");
        assertThat(Call.paired(call(given), live).difference())
            .as("seed %d", given.seed())
            .isEmpty();
      } finally {
        left = Integer.MAX_VALUE;
      }
    }
  }

  private EncodedSnapshot snapshot(Case given) {
    Call executed = call(given);
    WalkedGraph entry = trial.walker.walk(executed.frame);
    Object returned = Trial.body(given, executed);
    return trial.codec.encode(entry, executed.frame.returning(returned));
  }

  private Call call(Case given) {
    return new Call(given, trial.frames, null);
  }

  private DecodedSnapshot decoded(EncodedSnapshot snapshot, Call live) {
    return trial.codec.decode(
        snapshot.bytes(), Set.copyOf(snapshot.classes()), trial.walker.walk(live.frame));
  }

  @Test
  void nothingIsWrittenTwice() {
    Case given = Case.of(7);
    EncodedSnapshot snapshot = snapshot(given);
    Call live = call(given);
    live.heap.desk().count--;

    DecodedSnapshot decoded = decoded(snapshot, live);

    assertThat(decoded.difference()).isPresent();
    assertThatThrownBy(decoded::apply).isInstanceOf(CodecException.class);
  }

  /** Writes an object and fails, when it is its turn. */
  private final class FailingWrites implements Sabotage {
    @Override
    public Kind treat(Kind kind) {
      return kind instanceof NodeKind node ? failing(node) : kind;
    }

    private Treated failing(NodeKind kind) {
      return new Treated(kind) {
        @Override
        public void assign(Object object, Content content) {
          super.assign(object, content);
          if (left-- == 0) {
            throw new IllegalStateException("injected");
          }
        }
      };
    }
  }
}
