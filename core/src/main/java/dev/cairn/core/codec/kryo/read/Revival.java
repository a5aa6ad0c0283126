package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.Pairing;
import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.schema.ClassTableReader;
import java.util.BitSet;

/**
 * Input objects that were reached over uncompared edges only and are not there now: as a difference
 * in what is not compared makes no call execute, they are made again from what was recorded.
 */
final class Revival {
  private final Head head;
  private final EntryTable entries;
  private final ClassTableReader classes;
  private final BitSet revived = new BitSet();

  Revival(Head head, EntryTable entries, ClassTableReader classes, Pairing pairing) {
    this.head = head;
    this.entries = entries;
    this.classes = classes;
    for (int number = head.compared(); number < entries.size(); number++) {
      if (!entries.isOutside(number) && pairing.live(number) < 0) {
        revived.set(number);
      }
    }
  }

  boolean contains(int number) {
    return revived.get(number);
  }

  /** Takes objects one by one, their bytes being next in the reader's input. */
  interface Each {
    void read(int number);
  }

  /** Goes over what is needed to make the input objects, for the revived ones. */
  void making(BoundedInput in, ContentReader reader, Each each) {
    if (!revived.isEmpty()) {
      in.skipTo(head.start(Format.MAKING));
      head.enter(in, Format.MAKING);
      go(reader, each, true);
    }
  }

  /** Goes over the unchanged input objects, for the revived ones. */
  void unchanged(BoundedInput in, ContentReader reader, Each each) {
    if (revived.stream().anyMatch(entries::isUnchanged)) {
      in.skipTo(head.start(Format.REST));
      head.enter(in, Format.REST);
      go(reader, each, false);
    }
  }

  private void go(ContentReader reader, Each each, boolean making) {
    for (int number = 0; number < entries.size(); number++) {
      boolean here = making ? number > 0 && !entries.isOutside(number) : isAtRest(number);
      if (here && contains(number)) {
        each.read(number);
      } else if (here) {
        reader.skip().object(classes.record(entries.type(number)), making);
      }
    }
  }

  /** The frame is there whole, whether or not it changed. */
  private boolean isAtRest(int number) {
    return number == 0 || entries.isUnchanged(number);
  }
}
