package dev.cairn.core.model;

import java.util.Optional;

/**
 * What a checkpoint says about its snapshot's bytes.
 *
 * @param rawBytes size before compression
 * @param storedBytes size as stored
 * @param compression {@code none}, {@code gzip}
 * @param digest SHA-256 of the raw bytes
 * @param pack name of the pack that holds them, or empty where they stand in the entry itself
 */
public record PayloadFacts(
    long rawBytes,
    long storedBytes,
    String compression,
    Fingerprint digest,
    Optional<String> pack) {}
