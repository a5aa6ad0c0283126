package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.bytes.BoundedInput;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.kryo.bytes.Texts;
import dev.cairn.core.codec.kryo.schema.ClassTableReader;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.ConstantLinks;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The constants that a snapshot refers to, found again: each is trusted only if its content is what
 * it was when the snapshot was written. Their classes are initialised here, as they were then.
 */
final class RecordedConstants implements ClassTableReader.Constants {
  private static final int DIGEST_BYTES = 32;

  private final Kinds kinds;
  private final ConstantLinks links;
  private final Map<String, Optional<Fingerprint>> contents = new HashMap<>();
  private final Map<String, Object> found = new HashMap<>();
  private final Map<String, WalkedGraph> walked = new HashMap<>();

  RecordedConstants(Payload bytes, Head head, ClassTableReader classes, WalkedGraph live) {
    this.kinds = live.kinds();
    this.links = live.constantLinks();
    BoundedInput ahead = new BoundedInput(bytes.open(), bytes.sizeBytes());
    ahead.skipTo(head.start(Format.CONSTANTS));
    head.enter(ahead, Format.CONSTANTS);
    Texts texts = new Texts();
    while (ahead.position() < head.start(Format.CONSTANTS + 1)) {
      String owner = classes.record(ahead.varInt()).name();
      contents.put(owner + "." + texts.read(ahead), digest(ahead));
    }
  }

  private static Optional<Fingerprint> digest(BoundedInput in) {
    if (in.unsignedByte() == 0) {
      return Optional.empty();
    }
    byte[] digest = new byte[DIGEST_BYTES];
    in.bytes(digest, DIGEST_BYTES);
    return Optional.of(Fingerprint.of(digest));
  }

  @Override
  public Object get(Class<?> owner, String reference) {
    int mark = reference.indexOf('#');
    String field = mark < 0 ? reference : reference.substring(0, mark);
    String name = owner.getName() + "." + field;
    Object constant = found.computeIfAbsent(name, key -> find(owner, field, key));
    if (mark < 0) {
      return constant;
    }
    WalkedGraph content = walked.get(name);
    int number = Integer.parseInt(reference.substring(mark + 1));
    if (content == null || number < 1 || number >= content.compared()) {
      throw new CodecException(name, "Cannot decode the snapshot; there is no " + reference);
    }
    return content.object(number);
  }

  private Object find(Class<?> owner, String field, String name) {
    Optional<Fingerprint> content = contents.get(name);
    if (content == null) {
      throw new CodecException(
          name, "Cannot decode the snapshot; it says nothing about constant " + name);
    }
    Object constant = value(owner, field, name);
    content.ifPresent(recorded -> requireSame(recorded, constant, name));
    return constant;
  }

  private Object value(Class<?> owner, String field, String name) {
    try {
      return kinds
          .constant(owner, field)
          .orElseThrow(
              () ->
                  new CodecException(
                      name, "Cannot decode the snapshot; constant " + name + " is gone"));
    } catch (IllegalStateException e) {
      throw new CodecException(name, "Cannot decode the snapshot; " + e.getMessage(), e);
    }
  }

  private void requireSame(Fingerprint recorded, Object constant, String name) {
    try {
      WalkedGraph content = links.walk(constant);
      walked.put(name, content);
      if (!content.fingerprint().equals(recorded)) {
        throw new CodecException(
            name,
            "Cannot restore the call; constant "
                + name
                + ", to which its state refers, has other content than it had when the call was"
                + " recorded; mark it @Unsaved if that does not matter");
      }
    } catch (UncapturableException e) {
      throw new CodecException(
          name, "Cannot restore the call; constant " + name + ": " + e.getMessage(), e);
    }
  }
}
