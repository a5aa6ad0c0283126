package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.LoadedSnapshot;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.model.Payload;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a codec does wrong is found when a call is saved, not when it is restored. */
class EngineReadBackTest extends EngineHarness {
  private final Context context = new Context();

  /** Writes another number than there is, where it is told to. */
  private final class Liar implements SnapshotCodec {
    private final SnapshotCodec honest = new KryoSnapshotCodec();
    private int lieFrom;
    private int read;

    Liar(int lieFrom) {
      this.lieFrom = lieFrom;
    }

    @Override
    public String id() {
      return honest.id();
    }

    @Override
    public EncodedSnapshot encode(WalkedGraph entry, Frame exit) {
      lieFrom--;
      int lie = lieFrom < 0 ? 1 : 0;
      context.total += lie;
      try {
        return honest.encode(entry, exit);
      } finally {
        context.total -= lie;
      }
    }

    @Override
    public DecodedSnapshot decode(Payload bytes, Set<String> allowed, WalkedGraph live) {
      return honest.decode(bytes, allowed, live);
    }

    @Override
    public SnapshotTree describe(Payload bytes) {
      return honest.describe(bytes);
    }

    @Override
    public LoadedSnapshot load(EncodedSnapshot snapshot, WalkedGraph entry) {
      read++;
      return honest.load(snapshot, entry);
    }
  }

  private void run(ReadBackPolicy policy, Liar codec) {
    EngineOptions options =
        new EngineOptions(
            USUAL.resumeWithin(),
            false,
            Optional.empty(),
            Optional.empty(),
            policy,
            false,
            "memory",
            false);
    Woven woven = process(options, storage, codec);
    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stage(PARSE, () -> parse(context), context);
          woven.stage(LINK, () -> link(context), context);
          return context;
        },
        "2026");
  }

  @Test
  void aSnapshotThatWouldNotRestoreIsNotCommittedAndItsPathIsNamed() {
    run(ReadBackPolicy.NEW, new Liar(0));

    assertThat(unprotected()).hasSize(2);
    assertThat(unprotected().get(0))
        .startsWith("its state cannot be saved: ")
        .contains("what was encoded of ctx.total does not come back as it is");
    assertThat(reasons()).isEmpty();
    assertThat(context.total).isEqualTo(10);
  }

  @Test
  void aClassIsReadBackOnceUnlessAlwaysIsAskedFor() {
    Liar once = new Liar(Integer.MAX_VALUE);
    run(ReadBackPolicy.NEW, once);
    Liar always = new Liar(Integer.MAX_VALUE);
    run(ReadBackPolicy.ALWAYS, always);

    assertThat(once.read).isEqualTo(1);
    assertThat(always.read).isEqualTo(2);
  }

  @Test
  void aLaterFaultIsFoundWhereEverySnapshotIsReadBack() {
    run(ReadBackPolicy.ALWAYS, new Liar(1));

    assertThat(reasons()).hasSize(1);
    assertThat(unprotected()).singleElement().asString().contains("ctx.total");
  }

  @Test
  void nothingIsReadBackWhereThatIsNotWanted() {
    Liar never = new Liar(0);
    run(ReadBackPolicy.NEVER, never);

    assertThat(never.read).isZero();
    assertThat(unprotected()).isEmpty();
  }
}
