package dev.cairn.core.graph.hash;

import dev.cairn.core.model.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The named parts of the inputs, each with a digest of its objects' content hashes in the order of
 * the walk. Objects are numbered within their part, so that what grew in one part does not change
 * the others. For one thread.
 */
public final class Parts {
  private static final byte VERSION = 1;

  private final Map<String, Integer> byName = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /** The index of a part, which is made if there is none yet. */
  public int part(String name) {
    Integer known = byName.get(name);
    if (known != null) {
      return known;
    }
    byName.put(name, parts.size());
    parts.add(new Part(name));
    return parts.size() - 1;
  }

  public String name(int part) {
    return parts.get(part).name;
  }

  /** The next number within a part. */
  public int nextLocal(int part) {
    return parts.get(part).objects++;
  }

  public void add(int part, ContentHash hash) {
    parts.get(part).add(hash);
  }

  /** The fingerprints of all parts but unnamed ones, in the order of their making. */
  public Map<String, Fingerprint> fingerprints() {
    Map<String, Fingerprint> all = new LinkedHashMap<>();
    for (Part part : parts) {
      if (!part.name.isEmpty()) {
        all.put(part.name, Fingerprint.of(part.digest()));
      }
    }
    return all;
  }

  /** One fingerprint of everything. */
  public static Fingerprint whole(Map<String, Fingerprint> parts) {
    MessageDigest sha = sha256();
    sha.update(VERSION);
    parts.forEach(
        (name, fingerprint) ->
            sha.update((name + "\n" + fingerprint.hex() + "\n").getBytes(StandardCharsets.UTF_8)));
    return Fingerprint.of(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** SHA-256 is dear per call: hashes are gathered first. */
  private static final class Part {
    private static final int HASH_BYTES = 16;
    private static final int GATHERED = 256 * HASH_BYTES;

    private final String name;
    private final MessageDigest sha = sha256();
    private byte[] gathered = new byte[HASH_BYTES];
    private int size;
    private int objects;

    Part(String name) {
      this.name = name;
    }

    void add(ContentHash hash) {
      if (size == gathered.length) {
        makeRoom();
      }
      put(hash.high());
      put(hash.low());
    }

    private void makeRoom() {
      if (gathered.length < GATHERED) {
        gathered = Arrays.copyOf(gathered, gathered.length * 2);
      } else {
        sha.update(gathered, 0, size);
        size = 0;
      }
    }

    private void put(long bits) {
      for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
        gathered[size++] = (byte) (bits >>> shift);
      }
    }

    byte[] digest() {
      sha.update(gathered, 0, size);
      size = 0;
      return sha.digest();
    }
  }
}
