package dev.cairn.core.graph.hash;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.cairn.core.graph.number.ObjectTable;

/**
 * One hash over all objects of a walk: where each was found and what it held exactly. Equal within
 * one process for states that are the same, number by number. For one walk.
 */
public final class StateHash {
  private final HashStream128 stream = Hashing.xxh3_128().hashStream();

  /** What else belongs to the state. */
  public void add(String text) {
    stream.putString(text);
  }

  /** An object: its place and the exact hash of its content. */
  public void add(ObjectTable table, int number, ContentHash content) {
    stream.putInt(table.parent(number));
    stream.putLong(table.edge(number));
    stream.putInt(table.part(number));
    stream.putLong(content.high());
    stream.putLong(content.low());
  }

  /** The hash of what was added. */
  public ContentHash end() {
    HashValue128 bits = stream.get();
    return new ContentHash(bits.getMostSignificantBits(), bits.getLeastSignificantBits());
  }
}
