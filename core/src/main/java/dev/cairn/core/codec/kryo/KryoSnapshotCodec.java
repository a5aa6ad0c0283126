package dev.cairn.core.codec.kryo;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.LoadedSnapshot;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.kryo.read.LoneReader;
import dev.cairn.core.codec.kryo.read.SnapshotReader;
import dev.cairn.core.codec.kryo.read.StillSnapshot;
import dev.cairn.core.codec.kryo.read.TreeReader;
import dev.cairn.core.codec.kryo.write.ResultWriter;
import dev.cairn.core.codec.kryo.write.SnapshotWriter;
import dev.cairn.core.codec.kryo.write.Stillness;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Snapshots on Kryo's buffers. Safe for use by many threads. */
public final class KryoSnapshotCodec implements SnapshotCodec {

  private final Scratch scratch;

  /** One that keeps what it writes in memory. */
  public KryoSnapshotCodec() {
    this(Scratch.NONE);
  }

  /** One that keeps elsewhere what is too much for memory. */
  public KryoSnapshotCodec(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public String id() {
    return "kryo/1";
  }

  @Override
  public EncodedSnapshot encode(WalkedGraph entry, Frame exit) {
    return encode(entry, exit, objects -> {});
  }

  @Override
  public EncodedSnapshot encode(WalkedGraph entry, Frame exit, LongConsumer done) {
    return SnapshotWriter.write(entry, exit, scratch, done);
  }

  @Override
  public Optional<EncodedSnapshot> again(
      Payload earlier, List<String> classes, WalkedGraph entry, Frame exit) {
    return Stillness.isKept(entry, exit)
        ? ResultWriter.write(entry, exit)
            .map(result -> StillSnapshot.of(earlier, result))
            .map(bytes -> EncodedSnapshot.still(bytes, classes, entry))
        : Optional.empty();
  }

  @Override
  public DecodedSnapshot decode(Payload bytes, Set<String> allowed, WalkedGraph live) {
    return guarded(() -> SnapshotReader.read(bytes, allowed, live));
  }

  @Override
  public LoadedSnapshot load(EncodedSnapshot snapshot, WalkedGraph entry) {
    Set<String> allowed = Set.copyOf(snapshot.classes());
    return guarded(
        () -> new LoneReader(snapshot.bytes(), allowed, entry, snapshot.numbers()::object));
  }

  @Override
  public SnapshotTree describe(Payload bytes) {
    return guarded(() -> TreeReader.read(bytes, new Kinds(Access.reflective())));
  }

  /** Whatever bytes do, it is the bytes that are wrong. */
  private static <T> T guarded(Supplier<T> decoding) {
    try {
      return decoding.get();
    } catch (CairnException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; its bytes are not those of one: " + e, e);
    }
  }
}
