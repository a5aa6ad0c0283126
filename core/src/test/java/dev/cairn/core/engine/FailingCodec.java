package dev.cairn.core.engine;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.LoadedSnapshot;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.model.Payload;
import java.util.Set;

/** A codec that does something, throw for instance, before it encodes or decodes. */
final class FailingCodec implements SnapshotCodec {
  private final SnapshotCodec codec;
  private Runnable before = () -> {};

  FailingCodec(SnapshotCodec codec) {
    this.codec = codec;
  }

  void failsWith(RuntimeException failure) {
    before =
        () -> {
          throw failure;
        };
  }

  void failsWith(Error failure) {
    before =
        () -> {
          throw failure;
        };
  }

  void works() {
    before = () -> {};
  }

  @Override
  public String id() {
    return codec.id();
  }

  @Override
  public EncodedSnapshot encode(WalkedGraph entry, Frame exit) {
    before.run();
    return codec.encode(entry, exit);
  }

  @Override
  public DecodedSnapshot decode(Payload bytes, Set<String> allowed, WalkedGraph live) {
    before.run();
    return codec.decode(bytes, allowed, live);
  }

  @Override
  public LoadedSnapshot load(EncodedSnapshot snapshot, WalkedGraph entry) {
    before.run();
    return codec.load(snapshot, entry);
  }

  @Override
  public SnapshotTree describe(Payload bytes) {
    before.run();
    return codec.describe(bytes);
  }
}
