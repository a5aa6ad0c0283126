package dev.cairn.agent.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Everything in cairn.jar that only the agent loader sees, as one entry of the jar. Some five
 * thousand entries of their own would cost every JVM ten milliseconds before {@code main}, as the
 * JVM reads the names of all of them; and here no class path scanner finds them.
 *
 * <p>Layout, numbers big-endian: the number of buckets (4 bytes); slots of 8 bytes, each the hash
 * of a name ({@link String#hashCode()}) and the place of its record, 0 in a free slot; the records:
 * length of the name, of the content, and of the content as stored (4 bytes each), the name in
 * UTF-8, the content deflated. A name stands in the slot of its bucket, its hash modulo the
 * buckets, or in the next free one; after the last bucket there are more slots, of which the last
 * is free. Thread-safe.
 */
final class Bundle {
  /** Its place in the jar. */
  static final String ENTRY = "inst/bundle";

  private static final int HEADER_BYTES = 4;
  private static final int SLOT_BYTES = 8;
  private static final int SLOTS_AT_ONCE = 8;
  private static final int RECORD_HEAD_BYTES = 12;

  private final JarFile jar;
  private final JarEntry entry;
  private final int buckets;

  private Bundle(JarFile jar, JarEntry entry, int buckets) {
    this.jar = jar;
    this.entry = entry;
    this.buckets = buckets;
  }

  /** Opens the one in a jar for as long as the JVM lives; null if there is none. */
  static @Nullable Bundle open(File file) throws IOException {
    JarFile jar = new JarFile(file, false, ZipFile.OPEN_READ, JarFile.baseVersion());
    JarEntry entry = jar.getJarEntry(ENTRY);
    if (entry == null) {
      jar.close();
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return new Bundle(jar, entry, number(in.readNBytes(HEADER_BYTES), 0));
    }
  }

  /** The content under a name, or null. */
  byte @Nullable [] find(String name) throws IOException {
    int hash = name.hashCode();
    long place = HEADER_BYTES + (long) Math.floorMod(hash, buckets) * SLOT_BYTES;
    try (InputStream in = at(place)) {
      while (true) {
        byte[] slots = in.readNBytes(SLOTS_AT_ONCE * SLOT_BYTES);
        for (int slot = 0; slot < slots.length; slot += SLOT_BYTES) {
          int record = number(slots, slot + SLOT_BYTES / 2);
          if (record == 0) {
            return null;
          }
          byte[] found = number(slots, slot) == hash ? read(record, name) : null;
          if (found != null) {
            return found;
          }
        }
      }
    }
  }

  private byte @Nullable [] read(int record, String name) throws IOException {
    try (InputStream in = at(record)) {
      byte[] head = in.readNBytes(RECORD_HEAD_BYTES);
      if (!isNamed(in.readNBytes(number(head, 0)), name)) {
        return null;
      }
      return inflate(in.readNBytes(number(head, 8)), number(head, 4));
    }
  }

  /** Compares without a charset, the first use of which would load several. */
  private static boolean isNamed(byte[] ascii, String name) {
    boolean same = ascii.length == name.length();
    for (int i = 0; same && i < ascii.length; i++) {
      same = ascii[i] == name.charAt(i);
    }
    return same;
  }

  private static byte[] inflate(byte[] stored, int size) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(stored);
      byte[] content = new byte[size];
      if (size > 0 && inflater.inflate(content) != size) {
        throw new IOException("cairn.jar is damaged; get it anew");
      }
      return content;
    } catch (DataFormatException e) {
      throw new IOException("cairn.jar is damaged; get it anew", e);
    } finally {
      inflater.end();
    }
  }

  /** The entry is stored, not compressed, so that this is a jump. */
  private InputStream at(long place) throws IOException {
    InputStream in = jar.getInputStream(entry);
    in.skipNBytes(place);
    return in;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }
}
