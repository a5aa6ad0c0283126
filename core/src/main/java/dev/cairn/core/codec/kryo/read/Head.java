package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.model.Fingerprint;

/**
 * The head of a snapshot.
 *
 * @param fingerprint of the inputs
 * @param classes how many classes it names
 * @param entries how many input objects there were
 * @param compared how many of them over compared edges
 * @param created how many objects are new
 * @param starts where each section starts, and where the last one ends
 */
record Head(
    Fingerprint fingerprint, int classes, int entries, int compared, int created, long[] starts) {
  private static final int DIGEST_BYTES = 32;

  static Head read(BoundedInput in, long sizeBytes) {
    int magic = in.fixedInt();
    int version = in.varInt();
    if (magic != Format.MAGIC || version != Format.VERSION) {
      throw new UnsupportedFormatException(
          "snapshot",
          "Cannot decode the snapshot; format kryo/"
              + Format.VERSION
              + " expected, found magic "
              + Integer.toHexString(magic)
              + ", version "
              + version
              + (version > Format.VERSION ? "; a later Cairn wrote it: use that one" : ""));
    }
    byte[] digest = new byte[DIGEST_BYTES];
    in.bytes(digest, DIGEST_BYTES);
    int classes = in.count(1);
    int entries = in.count(1);
    int compared = in.count(1);
    int created = in.count(1);
    if (compared > entries || compared < 1) {
      throw new CodecException("snapshot", "Cannot decode the snapshot; its head is broken");
    }
    return new Head(
        Fingerprint.of(digest), classes, entries, compared, created, starts(in, sizeBytes));
  }

  private static long[] starts(BoundedInput in, long sizeBytes) {
    long[] lengths = new long[Format.SECTIONS];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = in.varLong();
    }
    long[] starts = new long[Format.SECTIONS + 1];
    starts[0] = in.position();
    for (int i = 0; i < lengths.length; i++) {
      starts[i + 1] = starts[i] + lengths[i];
      if (lengths[i] < 0 || starts[i + 1] > sizeBytes) {
        throw new CodecException(
            "snapshot", "Cannot decode the snapshot; " + sizeBytes + " bytes are too few for it");
      }
    }
    return starts;
  }

  void enter(BoundedInput in, int section) {
    in.section(starts[section], starts[section + 1] - starts[section]);
  }

  long start(int section) {
    return starts[section];
  }

  long length(int section) {
    return starts[section + 1] - starts[section];
  }

  /** How many objects are new; each has a byte of its own at least. */
  int createdChecked() {
    if (created > length(Format.CREATED)) {
      throw new CodecException(
          "snapshot",
          "Cannot decode the snapshot; it declares "
              + created
              + " new objects in "
              + length(Format.CREATED)
              + " bytes");
    }
    return created;
  }
}
