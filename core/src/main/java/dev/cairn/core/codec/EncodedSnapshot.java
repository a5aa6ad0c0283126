package dev.cairn.core.codec;

import dev.cairn.core.model.Payload;
import java.util.List;

/**
 * A snapshot as bytes, and what is known from writing it.
 *
 * @param bytes the snapshot, uncompressed
 * @param classes names of all classes that it names, sorted: what decoding may look up
 * @param changed the input objects that the call changed
 * @param created how many objects are new
 */
public record EncodedSnapshot(
    Payload bytes, List<String> classes, List<Object> changed, int created) {}
