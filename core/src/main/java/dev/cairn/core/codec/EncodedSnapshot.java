package dev.cairn.core.codec;

import dev.cairn.core.graph.ExitNumbers;
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
 */
public record EncodedSnapshot(
    Payload bytes, List<String> classes, List<Object> changed, ExitNumbers numbers) {}
