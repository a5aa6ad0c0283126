package dev.cairn.core.codec.kryo;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.graph.Frame;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.model.Payload;
import java.util.Set;

/** Snapshots on Kryo's buffers. Safe for use by many threads. */
public final class KryoSnapshotCodec implements SnapshotCodec {

  @Override
  public String id() {
    return "kryo/1";
  }

  @Override
  public EncodedSnapshot encode(WalkedGraph entry, Frame exit) {
    throw new UnsupportedOperationException("being built");
  }

  @Override
  public DecodedSnapshot decode(Payload bytes, Set<String> allowed, WalkedGraph live) {
    throw new UnsupportedOperationException("being built");
  }
}
