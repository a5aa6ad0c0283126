package dev.cairn.core.engine;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.LoadedSnapshot;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.model.Payload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is encoded, and may be forbidden to take anything over. */
final class CountingCodec implements SnapshotCodec {
  private final SnapshotCodec codec = new KryoSnapshotCodec();
  private final boolean takesOver;
  final AtomicInteger encoded = new AtomicInteger();

  CountingCodec(boolean takesOver) {
    this.takesOver = takesOver;
  }

  @Override
  public String id() {
    return codec.id();
  }

  @Override
  public EncodedSnapshot encode(WalkedGraph entry, Frame exit) {
    encoded.incrementAndGet();
    return codec.encode(entry, exit);
  }

  @Override
  public Optional<EncodedSnapshot> again(
      Payload earlier, List<String> classes, WalkedGraph entry, Frame exit) {
    return takesOver ? codec.again(earlier, classes, entry, exit) : Optional.empty();
  }

  @Override
  public DecodedSnapshot decode(Payload bytes, Set<String> allowed, WalkedGraph live) {
    return codec.decode(bytes, allowed, live);
  }

  @Override
  public LoadedSnapshot load(EncodedSnapshot snapshot, WalkedGraph entry) {
    return codec.load(snapshot, entry);
  }

  @Override
  public SnapshotTree describe(Payload bytes) {
    return codec.describe(bytes);
  }
}
