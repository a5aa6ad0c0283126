package dev.cairn.core.log.delta;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Bytes and what random edits made of them: changed, inserted, deleted, moved, repeated. */
record Edits(byte[] base, byte[] result, int sharedAt) {

  static Edits of(long seed) {
    Random random = new Random(seed);
    byte[] base = bytes(random, random.nextInt(1, 1 << random.nextInt(1, 15)));
    byte[] result = base.clone();
    for (int edit = random.nextInt(6); edit > 0; edit--) {
      result = edited(random, result, base);
    }
    return new Edits(base, result, random.nextInt(base.length));
  }

  private static byte[] bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    int alphabet = 1 << random.nextInt(1, 9);
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) random.nextInt(alphabet);
    }
    return bytes;
  }

  private static byte[] edited(Random random, byte[] from, byte[] base) {
    int start = random.nextInt(from.length + 1);
    int end = Math.min(from.length, start + random.nextInt(1 + from.length / 4));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(from, 0, start);
    switch (random.nextInt(4)) {
      case 0 -> out.writeBytes(bytes(random, end - start)); // changed in place
      case 1 -> out.writeBytes(bytes(random, random.nextInt(40))); // replaced by something short
      case 2 -> out.write(base, 0, Math.min(base.length, end)); // repeated or moved
      default -> {} // deleted
    }
    out.write(from, end, from.length - end);
    return out.toByteArray();
  }
}
