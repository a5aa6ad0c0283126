package dev.cairn.core.seal;

import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack: one stored payload too large for a log entry, in a file of its own, named by the SHA-256
 * of the file. All numbers are big-endian.
 *
 * <pre>
 * header   8  "CAIRNPAK"
 *          4  version, 1
 *          4  largest frame, 1048576
 *         32  salt, random: the same payload never makes the same name twice
 * frame    4  length n, 1 to the largest
 *         32  SHA-256 of salt, frame number (8 bytes, from 0) and content
 *          n  content
 * ...
 * trailer  4  0
 *          8  sum of all n
 *          8  number of frames
 *         32  SHA-256 of salt, all frame hashes in order, sum and number
 * </pre>
 */
public final class PackFormat {
  static final byte[] MAGIC = "CAIRNPAK".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;
  static final int FRAME_BYTES = 1024 * 1024;
  static final int HEADER_BYTES = MAGIC.length + 2 * Integer.BYTES + Sha256.BYTES;
  static final int TRAILER_BYTES = 2 * Long.BYTES + Sha256.BYTES;

  /** Bytes of salt that a pack needs. */
  public static final int SALT_BYTES = 32;

  private PackFormat() {}

  /** A stored payload as the bytes of a pack; the payload is not copied. */
  public static Payload pack(Payload stored, byte[] salt) {
    List<Payload> parts = new ArrayList<>();
    parts.add(header(salt));
    MessageDigest frames = saltedDigest(salt);
    List<Payload> contents = stored.pieces(FRAME_BYTES);
    for (int number = 0; number < contents.size(); number++) {
      byte[] hash = frameHash(salt, number, contents.get(number));
      frames.update(hash);
      parts.add(frameHead(contents.get(number), hash));
      parts.add(contents.get(number));
    }
    parts.add(trailer(frames, stored.sizeBytes(), contents.size()));
    return Payload.concat(parts);
  }

  /** The name that a pack's bytes have. */
  public static Fingerprint name(Payload pack) {
    return Sha256.of(pack);
  }

  private static Payload header(byte[] salt) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.put(MAGIC).putInt(VERSION).putInt(FRAME_BYTES).put(salt);
    return Payload.of(header.array());
  }

  private static Payload frameHead(Payload content, byte[] hash) {
    ByteBuffer head = ByteBuffer.allocate(Integer.BYTES + Sha256.BYTES);
    head.putInt(Math.toIntExact(content.sizeBytes())).put(hash);
    return Payload.of(head.array());
  }

  private static Payload trailer(MessageDigest frames, long sizeBytes, long count) {
    ByteBuffer trailer = ByteBuffer.allocate(Integer.BYTES + TRAILER_BYTES);
    trailer.putInt(0).putLong(sizeBytes).putLong(count).put(root(frames, sizeBytes, count));
    return Payload.of(trailer.array());
  }

  static MessageDigest saltedDigest(byte[] salt) {
    MessageDigest digest = Sha256.digest();
    digest.update(salt);
    return digest;
  }

  static byte[] frameHash(byte[] salt, long number, Payload content) {
    MessageDigest digest = saltedDigest(salt);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    content.segments().forEach(digest::update);
    return digest.digest();
  }

  static byte[] root(MessageDigest frames, long sizeBytes, long count) {
    frames.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(0, sizeBytes).putLong(8, count));
    return frames.digest();
  }
}
