package dev.cairn.core;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.ReadBack;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** States as the results of calls that were given nothing. Thread-safe. */
final class StateCodec {
  private final SnapshotCodec codec;
  private final GraphWalker walker;
  private final ClassLoader loader;
  private final Consumer<String> warnings;
  private final ReadBack readBack;
  private final Set<String> proven = ConcurrentHashMap.newKeySet();

  StateCodec(
      SnapshotCodec codec, GraphWalker walker, ClassLoader loader, Consumer<String> warnings) {
    this.codec = codec;
    this.walker = walker;
    this.loader = loader;
    this.warnings = warnings;
    this.readBack = new ReadBack(codec);
  }

  private WalkedGraph nothing() {
    return walker.walk(Frame.ofArguments(List.of(), new Object[0], loader));
  }

  String id() {
    return codec.id();
  }

  /** The fingerprint of having been given nothing. */
  Fingerprint fingerprint() {
    return nothing().fingerprint();
  }

  /**
   * Encodes a state, and reads it back where it has a class that was not read back before.
   *
   * @throws dev.cairn.core.error.CodecException if something in it cannot be saved, by its path
   */
  EncodedSnapshot encode(Object state) {
    WalkedGraph nothing = nothing();
    Frame left = nothing.frame().returning(state);
    EncodedSnapshot encoded = codec.encode(nothing, left);
    if (!proven.containsAll(encoded.classes())) {
      readBack.verify(encoded, nothing, left);
      proven.addAll(encoded.classes());
    }
    return encoded;
  }

  /** A state out of bytes that were verified. */
  @Nullable Object decode(Payload bytes, CallFacts call) {
    if (!call.codec().equals(codec.id())) {
      throw new UnsupportedFormatException(
          call.codec(),
          "Cannot load "
              + call.path()
              + ": it was written by codec "
              + call.codec()
              + ", this Cairn reads "
              + codec.id()
              + "; use the Cairn that wrote it");
    }
    DecodedSnapshot decoded = codec.decode(bytes, Set.copyOf(call.classes()), nothing());
    decoded.adapted().forEach(change -> warnings.accept("loaded " + call.path() + ": " + change));
    return decoded.apply();
  }
}
