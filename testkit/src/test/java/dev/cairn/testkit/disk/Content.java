package dev.cairn.testkit.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file's bytes: as they are now, and as a power cut may leave them. */
final class Content {
  private byte[] durable;
  private byte[] now;
  private boolean dropped;
  // Of what it is now; 0 where nobody asked.
  private int hash;

  private Content(byte[] durable, byte[] now) {
    this.durable = durable;
    this.now = now;
  }

  static Content empty() {
    return safe(new byte[0]);
  }

  static Content safe(byte[] bytes) {
    return new Content(bytes, bytes);
  }

  byte[] now() {
    return now;
  }

  void append(byte[] bytes) {
    byte[] longer = Arrays.copyOf(now, now.length + bytes.length);
    System.arraycopy(bytes, 0, longer, now.length, bytes.length);
    now = longer;
    hash = 0;
  }

  int hash() {
    if (hash == 0) {
      hash = Arrays.hashCode(now);
    }
    return hash;
  }

  void sync() {
    if (!dropped) {
      durable = now;
    }
  }

  void drop() {
    dropped = true;
  }

  /** What is left of it by a power cut. */
  Content left(Choices choices, String name) {
    byte[] left = choices.of(possible(), name + " bytes");
    Content content = safe(left);
    content.hash = left == now ? hash() : 0;
    return content;
  }

  /** What may be found: all, half of what is new, its length with other bytes, or nothing new. */
  private List<byte[]> possible() {
    List<byte[]> possible = new ArrayList<>(List.of(now));
    if (durable.length < now.length) {
      int half = (durable.length + now.length) / 2;
      byte[] zeros = Arrays.copyOf(durable, now.length);
      byte[] tail = now.clone();
      Arrays.fill(tail, durable.length, half, (byte) 0);
      List.of(Arrays.copyOf(now, half), zeros, tail, durable)
          .forEach(
              other -> {
                if (other == durable
                    || possible.stream().noneMatch(known -> Arrays.equals(known, other))) {
                  possible.add(other);
                }
              });
    }
    return possible;
  }

  Content copy() {
    Content copy = new Content(durable, now);
    copy.dropped = dropped;
    copy.hash = hash;
    return copy;
  }
}
