package dev.cairn.core.codec;

import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.model.Payload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Writes what a call left as bytes, and reads it into the live inputs of a later call. Called on
 * the stage's own thread. Safe for use by many threads.
 */
public interface SnapshotCodec {

  /** Names the format in the log: {@code kryo/1}. Never reused for another. */
  String id();

  /**
   * Encodes what a call left.
   *
   * @param entry the inputs, as walked before the body
   * @param exit the same frame with the return value
   * @throws CodecException if something new or changed cannot be encoded; the subject is its path
   */
  EncodedSnapshot encode(WalkedGraph entry, Frame exit);

  /**
   * Encodes what a call left, as above.
   *
   * @param done is told now and then how many more objects have been encoded
   */
  default EncodedSnapshot encode(WalkedGraph entry, Frame exit, LongConsumer done) {
    return encode(entry, exit);
  }

  /**
   * Makes the snapshot of a call that changed nothing out of an earlier one with the same inputs:
   * all is read and compared, nothing is encoded but the result.
   *
   * @param earlier the bytes of a snapshot that was {@linkplain EncodedSnapshot#still still}, of a
   *     call whose inputs had the same {@linkplain WalkedGraph#stateHash state hash}
   * @param classes those recorded with it
   * @param entry the inputs, as walked before the body
   * @param exit the same frame with the return value
   * @return empty where the call changed something or returns something new, or where the codec
   *     does not know how
   */
  default Optional<EncodedSnapshot> again(
      Payload earlier, List<String> classes, WalkedGraph entry, Frame exit) {
    return Optional.empty();
  }

  /**
   * Decodes, verifies and type-checks everything and writes nothing. The bytes must have been
   * verified.
   *
   * @param allowed the classes recorded with the snapshot: no other class is looked up
   * @param live the inputs of the call that is to be restored
   * @throws CodecException if anything does not fit
   */
  DecodedSnapshot decode(Payload bytes, Set<String> allowed, WalkedGraph live);

  /**
   * Decodes a snapshot alone, into copies; writes to no live object. A large array that stands in
   * it as it is may be its own copy.
   *
   * @param snapshot as it was just written
   * @param entry the inputs that the snapshot was written from
   * @throws CodecException if it cannot be decoded
   */
  LoadedSnapshot load(EncodedSnapshot snapshot, WalkedGraph entry);

  /**
   * Decodes a snapshot into names and values, looking up no class of the application.
   *
   * @throws CodecException if it cannot be decoded
   */
  SnapshotTree describe(Payload bytes);
}
