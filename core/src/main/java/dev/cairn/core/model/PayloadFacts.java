package dev.cairn.core.model;

import java.util.Optional;

/**
 * What a checkpoint says about its snapshot's bytes.
 *
 * @param rawBytes size of the snapshot
 * @param storedBytes size as stored
 * @param compression {@code none}, {@code gzip}, {@code zstd}
 * @param digest SHA-256 of the raw bytes
 * @param pack name of the pack that holds them, or empty where they stand in the entry itself
 * @param base the slot of the checkpoint that the stored bytes are a delta of; 0 where they are a
 *     full snapshot
 */
public record PayloadFacts(
    long rawBytes,
    long storedBytes,
    String compression,
    Fingerprint digest,
    Optional<String> pack,
    long base) {

  /** Of a full snapshot. */
  public PayloadFacts(
      long rawBytes,
      long storedBytes,
      String compression,
      Fingerprint digest,
      Optional<String> pack) {
    this(rawBytes, storedBytes, compression, digest, pack, 0);
  }

  /** Whether another checkpoint is needed to read this one. */
  public boolean isDelta() {
    return base != 0;
  }
}
