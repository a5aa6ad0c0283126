package dev.cairn.core.seal;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.model.PayloadFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A payload in the form in which it is stored, with what is needed to trust it again.
 *
 * @param stored the compressed bytes
 * @param compression what compressed them
 * @param rawBytes size of the raw bytes
 * @param digest SHA-256 of the raw bytes
 */
public record SealedPayload(
    Payload stored, Compression compression, long rawBytes, Fingerprint digest) {
  private static final int READ_BYTES = 64 * 1024;

  /** Compresses a payload, unless that would make it larger. */
  public static SealedPayload seal(Payload raw, Compression compression, Scratch scratch) {
    return seal(raw, raw, compression, scratch);
  }

  /**
   * Compresses what stands for a payload, unless that would make it larger.
   *
   * @param written what an {@link Expansion} makes the payload of again
   */
  public static SealedPayload seal(
      Payload raw, Payload written, Compression compression, Scratch scratch) {
    Supplier<Fingerprint> digest = digest(raw);
    Payload compressed = compression.compressed(written, scratch);
    boolean smaller = compressed.sizeBytes() < written.sizeBytes();
    return new SealedPayload(
        smaller ? compressed : written,
        smaller ? compression : Compression.none(),
        raw.sizeBytes(),
        digest.get());
  }

  /** Of many bytes it is made while they are compressed. */
  private static Supplier<Fingerprint> digest(Payload raw) {
    return raw.sizeBytes() > Blocks.BLOCK_BYTES
        ? Beside.start(() -> Sha256.of(raw), "cairn-digest")::await
        : () -> Sha256.of(raw);
  }

  /** Makes the raw bytes of what was compressed. */
  @FunctionalInterface
  public interface Expansion {
    /** What was compressed are the raw bytes. */
    Expansion NONE = SealedPayload::copy;

    /**
     * Reads what was compressed to its end and writes the raw bytes.
     *
     * @param rawBytes how many there should be; it writes hardly more
     * @throws IOException if what was compressed is not what was written
     */
    void expand(InputStream decompressed, OutputStream raw, long rawBytes) throws IOException;
  }

  /**
   * Reads the stored form back; nothing is handed out before all of it was verified.
   *
   * @param stored the stored form; read to its end
   * @param facts what the log says of it: no more than the raw size that stands there is kept
   * @param expansion makes the raw bytes of it
   * @param subject whose payload it is, for messages
   * @param scratch keeps what is too much for memory
   * @throws DamagedException if the raw bytes are not those that the log describes
   * @throws UnsupportedFormatException if the compression is not known
   */
  public static Payload unseal(
      InputStream stored,
      PayloadFacts facts,
      Expansion expansion,
      String subject,
      Scratch scratch) {
    SegmentBuffer buffer = new SegmentBuffer(scratch);
    MessageDigest actual = Sha256.digest();
    try {
      inflate(stored, facts, expansion, new DigestOutputStream(buffer, actual));
    } catch (IOException e) {
      throw damaged(subject, "bytes by " + facts.compression(), "others: " + e.getMessage(), e);
    }
    long length = buffer.sizeBytes();
    if (length != facts.rawBytes()) {
      throw damaged(subject, facts.rawBytes() + " raw bytes", sizeFound(length, facts), null);
    }
    Fingerprint found = Fingerprint.of(actual.digest());
    if (!found.equals(facts.digest())) {
      throw damaged(subject, "digest " + facts.digest().brief(), found.brief(), null);
    }
    return buffer.toPayload();
  }

  private static String sizeFound(long length, PayloadFacts facts) {
    return length < facts.rawBytes() ? Long.toString(length) : "more";
  }

  private static void inflate(
      InputStream stored, PayloadFacts facts, Expansion expansion, OutputStream out)
      throws IOException {
    try (InputStream written = Compression.named(facts.compression()).decompressing(stored)) {
      expansion.expand(written, out, facts.rawBytes());
      // What a decompressor leaves unread must be verified as well.
      stored.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void copy(InputStream in, OutputStream out, long rawBytes) throws IOException {
    byte[] chunk = new byte[(int) Math.max(1, Math.min(READ_BYTES, rawBytes))];
    long length = 0;
    int read = in.read(chunk);
    while (read >= 0 && length <= rawBytes) {
      out.write(chunk, 0, read);
      length += read;
      read = in.read(chunk);
    }
  }

  private static DamagedException damaged(
      String subject, String expected, String found, @Nullable IOException cause) {
    return new DamagedException(
        subject,
        "Cannot read the payload of " + subject + ": expected " + expected + ", found " + found,
        cause);
  }
}
