package dev.cairn.core.log.entry;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.Sha256;
import dev.cairn.core.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One checkpoint as a file of its own: a line of JSON, a line with its SHA-256, and the raw bytes
 * of the snapshot, whose size and digest the first line has. It needs no store, no base and no
 * library.
 *
 * @param run whose it was
 * @param entry its slot there
 * @param call what is recorded of the call
 * @param raw the snapshot
 */
public record ExportedCheckpoint(String run, long entry, CallFacts call, Payload raw) {
  private static final String KIND = "EXPORT";

  /** A checkpoint and its raw bytes, which were verified. */
  public static ExportedCheckpoint of(Checkpoint checkpoint, Payload raw) {
    return new ExportedCheckpoint(
        EntryReader.runId(checkpoint.run()), checkpoint.seq(), checkpoint.call(), raw);
  }

  /** The file's bytes. */
  public Payload toPayload() {
    HashedLine line =
        JsonText.line(
            json -> {
              json.number("format", EntryWriter.FORMAT)
                  .text("kind", KIND)
                  .text("runId", run)
                  .number("seq", entry)
                  .number("rawBytes", raw.sizeBytes())
                  .text("digest", Sha256.of(raw).hex());
              EntryWriter.writeCall(json, call);
            });
    return Payload.concat(List.of(line.toPayload(), raw));
  }

  /**
   * Reads a file, and checks every byte of it.
   *
   * @param name what people call it
   * @throws DamagedException if it is not as it was written, or no such file
   * @throws UnsupportedFormatException if a later version of Cairn wrote it
   */
  public static ExportedCheckpoint read(Payload file, String name) {
    try {
      byte[] head = twoLines(file);
      HashedLine line =
          HashedLine.read(new StoredObject(head.length, new ByteArrayInputStream(head)));
      return checked(Json.parse(line), file.slice(head.length, file.sizeBytes() - head.length));
    } catch (MalformedException e) {
      throw new DamagedException(
          name, "Cannot read " + name + " as an exported checkpoint: " + e.getMessage(), e);
    } catch (NewerException e) {
      throw new UnsupportedFormatException(
          name, "Cannot read " + name + ": a later version of Cairn wrote it: " + e.getMessage());
    }
  }

  private static byte[] twoLines(Payload file) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try (InputStream in = file.open()) {
      int lines = 0;
      for (int next = in.read(); next >= 0; next = in.read()) {
        head.write(next);
        lines += next == '\n' ? 1 : 0;
        if (lines == 2 || head.size() > HashedLine.LARGEST_BYTES) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
    return head.toByteArray();
  }

  private static ExportedCheckpoint checked(Json json, Payload raw)
      throws MalformedException, NewerException {
    if (json.number("format") != EntryWriter.FORMAT || !json.text("kind").equals(KIND)) {
      throw new NewerException("format " + json.number("format") + ", kind " + json.text("kind"));
    }
    long size = json.number("rawBytes");
    if (size != raw.sizeBytes()) {
      throw new MalformedException(size + " bytes of state", raw.sizeBytes() + " bytes");
    }
    String digest = json.fingerprint("digest").hex();
    if (!digest.equals(Sha256.of(raw).hex())) {
      throw new MalformedException("a state with the digest " + digest, "another one");
    }
    return new ExportedCheckpoint(
        json.text("runId"), json.number("seq"), EntryReader.call(json), raw);
  }
}
