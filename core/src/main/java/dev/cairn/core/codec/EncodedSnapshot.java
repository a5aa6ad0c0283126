package dev.cairn.core.codec;

import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.ReceiverField;
import dev.cairn.core.model.Payload;
import java.util.List;

/**
 * A snapshot as bytes, and what is known from writing it.
 *
 * @param bytes the snapshot, uncompressed
 * @param classes names of all classes that it names, sorted: what decoding may look up
 * @param changed the input objects that the call changed, and a {@link ReceiverField} per field of
 *     the receiver that it assigned
 * @param numbers all objects with the numbers they have in it; to be dropped with the call
 * @param still whether a later call with the same inputs that changes nothing may {@linkplain
 *     SnapshotCodec#again take it over}
 */
public record EncodedSnapshot(
    Payload bytes, List<String> classes, List<Object> changed, ExitNumbers numbers, boolean still) {

  /** A snapshot of a call that changed nothing and made nothing. */
  public static EncodedSnapshot still(Payload bytes, List<String> classes, WalkedGraph entry) {
    return new EncodedSnapshot(bytes, classes, List.of(), new ExitNumbers(entry), true);
  }
}
