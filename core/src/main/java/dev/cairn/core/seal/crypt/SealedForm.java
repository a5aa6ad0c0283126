package dev.cairn.core.seal.crypt;

import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.Beside;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;
import javax.crypto.SecretKey;

/**
 * The form of an encrypted object.
 *
 * <pre>
 * head     8  "CAIRNAES"
 *          4  version, 1
 *          8  id of the key
 *         32  salt, random
 * frames      up to 1048576 bytes of content, encrypted, and 16 bytes of tag; all but the last are full
 * </pre>
 *
 * <p>The nonce of a frame is 1 in the last and 0 in the others (4 bytes), and its number from 0 (8
 * bytes): frames cannot be left out, put elsewhere or cut off.
 */
public final class SealedForm {
  static final int SALT_BYTES = 32;
  static final int FRAME_BYTES = 1024 * 1024;
  static final int SEALED_FRAME_BYTES = FRAME_BYTES + Jca.TAG_BYTES;

  private static final byte[] MAGIC = "CAIRNAES".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int ID_BYTES = 8;
  static final int HEAD_BYTES = MAGIC.length + Integer.BYTES + ID_BYTES + SALT_BYTES;

  private SealedForm() {}

  static byte[] head(String keyId, byte[] salt) {
    return ByteBuffer.allocate(HEAD_BYTES)
        .put(MAGIC)
        .putInt(VERSION)
        .put(HexFormat.of().parseHex(keyId))
        .put(salt)
        .array();
  }

  /** The id of the key in a head. */
  static String keyId(byte[] head) throws IOException {
    boolean known =
        head.length == HEAD_BYTES
            && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
            && ByteBuffer.wrap(head).getInt(MAGIC.length) == VERSION;
    if (!known) {
      throw new IOException("it is not encrypted as this store is");
    }
    int at = MAGIC.length + Integer.BYTES;
    return HexFormat.of().formatHex(head, at, at + ID_BYTES);
  }

  static byte[] salt(byte[] head) {
    return Arrays.copyOfRange(head, HEAD_BYTES - SALT_BYTES, HEAD_BYTES);
  }

  static Payload seal(SecretKey key, byte[] head, byte[] bound, Payload content) {
    List<Payload> frames = new ArrayList<>(content.pieces(FRAME_BYTES));
    if (frames.isEmpty()) {
      frames.add(content);
    }
    byte[][] parts = new byte[frames.size() + 1][];
    parts[0] = head;
    IntConsumer sealing =
        number ->
            parts[number + 1] =
                Jca.encrypt(
                    key,
                    nonce(number, number == frames.size() - 1),
                    bound,
                    frames.get(number).segments());
    sealAll(frames.size(), sealing);
    return Payload.of(Arrays.asList(parts));
  }

  /** Every second frame on a thread of its own. */
  private static void sealAll(int count, IntConsumer sealing) {
    if (count == 1) {
      sealing.accept(0);
      return;
    }
    Beside<Boolean> odd = Beside.start(() -> everySecond(1, count, sealing), "cairn-encrypt");
    try {
      everySecond(0, count, sealing);
    } finally {
      odd.await();
    }
  }

  private static boolean everySecond(int first, int count, IntConsumer sealing) {
    for (int number = first; number < count; number += 2) {
      sealing.accept(number);
    }
    return true;
  }

  static byte[] nonce(long number, boolean last) {
    return ByteBuffer.allocate(Jca.NONCE_BYTES).putInt(last ? 1 : 0).putLong(number).array();
  }

  /** The first bytes of an object; fewer where there are no more. */
  public static byte[] readHead(InputStream stored) throws IOException {
    return stored.readNBytes(HEAD_BYTES);
  }

  /** How many bytes of content an object of some size has; 0 where it is none. */
  public static long contentBytes(long storedBytes) {
    long body = storedBytes - HEAD_BYTES;
    long frames = (body + SEALED_FRAME_BYTES - 1) / SEALED_FRAME_BYTES;
    return Math.max(0, body - frames * Jca.TAG_BYTES);
  }
}
