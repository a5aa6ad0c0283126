package dev.cairn.core.log.entry;

import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.Sha256;
import dev.cairn.core.storage.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * How every small object of a store is written: a line of JSON, then a line with the SHA-256 of the
 * first one, its line end included. So {@code head -1 FILE | sha256sum} prints what {@code tail -1}
 * does.
 *
 * @param json the first line without its end
 * @param hash the second line
 */
public record HashedLine(Payload json, String hash) {
  /** No object of this kind is larger; what claims to be is not read. */
  public static final int LARGEST_BYTES = 64 * 1024 * 1024;

  private static final int HASH_DIGITS = 2 * Sha256.BYTES;
  private static final byte[] LINE_END = {'\n'};

  /** The two lines of a JSON text that has no line end in it. */
  public static HashedLine of(byte[] json) {
    Payload line = Payload.of(json);
    return new HashedLine(line, hash(line));
  }

  private static String hash(Payload line) {
    return Sha256.of(Payload.concat(List.of(line, Payload.of(LINE_END)))).hex();
  }

  /** Both lines as they are stored. */
  public Payload toPayload() {
    Payload end = Payload.of(LINE_END);
    Payload second = Payload.of(hash.getBytes(StandardCharsets.US_ASCII));
    return Payload.concat(List.of(json, end, second, end));
  }

  /**
   * Reads an object back and checks it, before anything in it is looked at.
   *
   * @throws MalformedException if it is not as it was written
   */
  public static HashedLine read(StoredObject object) throws MalformedException {
    if (object.sizeBytes() > LARGEST_BYTES) {
      throw new MalformedException(
          "at most " + LARGEST_BYTES + " bytes", object.sizeBytes() + " bytes");
    }
    return checked(bytes(object));
  }

  private static byte[] bytes(StoredObject object) throws MalformedException {
    int size = Math.toIntExact(object.sizeBytes());
    try {
      byte[] bytes = object.stream().readNBytes(size);
      if (bytes.length < size || object.stream().read() >= 0) {
        throw new MalformedException(size + " bytes", "another number of them");
      }
      return bytes;
    } catch (IOException e) {
      throw new MalformedException("a readable file", String.valueOf(e.getMessage()), e);
    }
  }

  private static HashedLine checked(byte[] bytes) throws MalformedException {
    int jsonBytes = bytes.length - HASH_DIGITS - 2;
    if (jsonBytes < 0 || bytes[jsonBytes] != '\n' || bytes[bytes.length - 1] != '\n') {
      throw new MalformedException("a line and its hash", bytes.length + " other bytes");
    }
    HashedLine line = of(Arrays.copyOf(bytes, jsonBytes));
    byte[] expected = line.hash.getBytes(StandardCharsets.US_ASCII);
    if (!Arrays.equals(expected, 0, HASH_DIGITS, bytes, jsonBytes + 1, bytes.length - 1)) {
      throw new MalformedException(
          "the hash in its second line", new Fingerprint(line.hash).brief());
    }
    return line;
  }
}
