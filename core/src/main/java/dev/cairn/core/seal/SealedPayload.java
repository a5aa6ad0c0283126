package dev.cairn.core.seal;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.StoreException;
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
import org.jspecify.annotations.Nullable;

/**
 * A payload in the form in which it is stored, with what is needed to trust it again.
 *
 * @param stored the compressed bytes
 * @param compression what compressed them
 * @param rawBytes size before compression
 * @param digest SHA-256 of the raw bytes
 */
public record SealedPayload(
    Payload stored, Compression compression, long rawBytes, Fingerprint digest) {
  private static final int READ_BYTES = 64 * 1024;

  /** Compresses a payload, unless that would make it larger. */
  public static SealedPayload seal(Payload raw, Compression compression, Scratch scratch) {
    Payload compressed = compressed(raw, compression, scratch);
    boolean smaller = compressed.sizeBytes() < raw.sizeBytes();
    return new SealedPayload(
        smaller ? compressed : raw,
        smaller ? compression : Compression.none(),
        raw.sizeBytes(),
        Sha256.of(raw));
  }

  private static Payload compressed(Payload raw, Compression compression, Scratch scratch) {
    if (compression instanceof NoCompression) {
      return raw;
    }
    SegmentBuffer buffer = new SegmentBuffer(scratch);
    try (OutputStream out = compression.compressing(buffer)) {
      raw.writeTo(out);
    } catch (IOException e) {
      throw StoreException.rejected(
          compression.id(), "Cannot compress a payload by " + compression.id(), e);
    }
    return buffer.toPayload();
  }

  /**
   * Reads the stored form back; nothing is handed out before all of it was verified.
   *
   * @param stored the stored form; read to its end
   * @param facts what the log says of it: no more than the raw size that stands there is kept
   * @param subject whose payload it is, for messages
   * @param scratch keeps what is too much for memory
   * @throws DamagedException if the raw bytes are not those that the log describes
   * @throws UnsupportedFormatException if the compression is not known
   */
  public static Payload unseal(
      InputStream stored, PayloadFacts facts, String subject, Scratch scratch) {
    SegmentBuffer buffer = new SegmentBuffer(scratch);
    MessageDigest actual = Sha256.digest();
    long length;
    try {
      length = inflate(stored, facts, new DigestOutputStream(buffer, actual));
    } catch (IOException e) {
      throw damaged(subject, "bytes by " + facts.compression(), "others", e);
    }
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

  private static long inflate(InputStream stored, PayloadFacts facts, OutputStream out)
      throws IOException {
    InputStream raw = Compression.named(facts.compression()).decompressing(stored);
    byte[] chunk = new byte[READ_BYTES];
    long length = 0;
    int read = raw.read(chunk);
    while (read >= 0 && length <= facts.rawBytes()) {
      out.write(chunk, 0, read);
      length += read;
      read = raw.read(chunk);
    }
    // What a decompressor leaves unread must be verified as well.
    stored.transferTo(OutputStream.nullOutputStream());
    return length;
  }

  private static DamagedException damaged(
      String subject, String expected, String found, @Nullable IOException cause) {
    return new DamagedException(
        subject,
        "Cannot read the payload of " + subject + ": expected " + expected + ", found " + found,
        cause);
  }
}
