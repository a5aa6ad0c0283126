package dev.cairn.core.log.index;

import dev.cairn.core.log.entry.EntryReader;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.seal.Sha256;
import dev.cairn.core.storage.Cache;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What earlier listings read of the logs of a store. Never the truth: an entry is taken from here
 * only where its object still has the stamp that it had when it was read, and only for a list. Safe
 * for use by many threads.
 *
 * <p>Bytes: 8 that name form and version, then for each run the length of its name, the name, the
 * length of its entries, the entries; at the end the SHA-256 of all that. Where anything of it does
 * not fit, nothing is used, and the next listing writes it anew. <b>Whatever changes how an entry
 * is read needs another version here.</b>
 */
public final class EntryIndex {
  private static final String NAME = "entries";
  private static final byte[] VERSION = "CAIRNIX1".getBytes(StandardCharsets.US_ASCII);
  private static final int LARGEST_BYTES = 256 << 20;
  // below that, reading is as fast as keeping
  private static final int WORTH_KEEPING = 500;

  private final Cache cache;
  private final Map<String, ByteBuffer> earlier;
  private final Map<RunId, KnownEntries> looked = new ConcurrentHashMap<>();

  private EntryIndex(Cache cache, Map<String, ByteBuffer> earlier) {
    this.cache = cache;
    this.earlier = earlier;
  }

  /** What a cache still has. */
  public static EntryIndex of(Cache cache) {
    return new EntryIndex(cache, cache.read(NAME).flatMap(EntryIndex::sections).orElse(Map.of()));
  }

  private static Optional<Map<String, ByteBuffer>> sections(Payload content) {
    byte[] bytes = content.toBytes();
    int end = bytes.length - Sha256.BYTES;
    if (end < VERSION.length || !isWhole(bytes, end)) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, VERSION.length, end - VERSION.length);
    Map<String, ByteBuffer> sections = new HashMap<>();
    while (in.hasRemaining()) {
      String run = StandardCharsets.UTF_8.decode(part(in)).toString();
      sections.put(run, part(in));
    }
    return Optional.of(sections);
  }

  private static boolean isWhole(byte[] bytes, int end) {
    String digest = Sha256.of(Payload.of(bytes).slice(0, end)).hex();
    return ByteBuffer.wrap(bytes, 0, VERSION.length).equals(ByteBuffer.wrap(VERSION))
        && digest.equals(HexFormat.of().formatHex(bytes, end, bytes.length));
  }

  private static ByteBuffer part(ByteBuffer in) {
    int length = in.getInt();
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return part;
  }

  /** What is known of a run's log; for one thread. */
  public KnownEntries of(RunId run) {
    ByteBuffer section = earlier.get(EntryReader.runId(run));
    KnownEntries known =
        section == null ? KnownEntries.none() : KnownEntries.of(run, section.duplicate());
    looked.put(run, known);
    return known;
  }

  /**
   * Keeps what was read, where that is worth it.
   *
   * @param runs those that there are: what is known of others is dropped
   */
  public void keep(Collection<RunId> runs) {
    if (looked.values().stream().mapToInt(KnownEntries::added).sum() < WORTH_KEEPING) {
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(VERSION);
    for (RunId run : runs) {
      String name = EntryReader.runId(run);
      byte[] entries = entries(run, name);
      if (entries.length > 0 && out.size() + (long) entries.length < LARGEST_BYTES) {
        writePart(name.getBytes(StandardCharsets.UTF_8), out);
        writePart(entries, out);
      }
    }
    Payload content = Payload.of(out.toByteArray());
    Payload checksum = Payload.of(HexFormat.of().parseHex(Sha256.of(content).hex()));
    cache.write(NAME, Payload.concat(List.of(content, checksum)));
  }

  private byte[] entries(RunId run, String name) {
    KnownEntries known = looked.get(run);
    if (known != null && known.added() > 0) {
      return known.toBytes();
    }
    ByteBuffer section = earlier.get(name);
    return section == null ? new byte[0] : Payload.ofBuffers(List.of(section)).toBytes();
  }

  private static void writePart(byte[] part, ByteArrayOutputStream out) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    out.writeBytes(part);
  }
}
