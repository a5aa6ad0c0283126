package dev.cairn.core.engine;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.ReadBack;
import dev.cairn.core.codec.Rollback;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.tree.Difference;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.engine.lineage.KnownStates;
import dev.cairn.core.engine.match.InputDifferences;
import dev.cairn.core.engine.match.InputDifferences.Side;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.StageDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The state of calls, as the engine asks graph and codec for it. Thread-safe. */
final class Snapshots {
  private final StageFrames frames;
  private final GraphWalker walker;
  private final SnapshotCodec codec;
  private final ReadBackPolicy policy;
  private final ReadBack readBack;
  private final Set<String> proven = ConcurrentHashMap.newKeySet();

  Snapshots(StageFrames frames, GraphWalker walker, SnapshotCodec codec, ReadBackPolicy policy) {
    this.frames = frames;
    this.walker = walker;
    this.codec = codec;
    this.policy = policy;
    this.readBack = new ReadBack(codec);
  }

  /** Fingerprint of all parameters of a pipeline; empty where they cannot be compared. */
  Optional<Fingerprint> fingerprint(List<Parameter> parameters, Invocation invocation) {
    try {
      Frame frame = Frame.ofArguments(parameters, invocation.arguments(), loader(invocation));
      return Optional.of(walker.walk(frame).fingerprint());
    } catch (UncapturableException e) {
      return Optional.empty();
    }
  }

  private static ClassLoader loader(Invocation invocation) {
    ClassLoader loader = invocation.declaring().getClassLoader();
    return loader == null ? ClassLoader.getPlatformClassLoader() : loader;
  }

  /**
   * The inputs of a call as they are.
   *
   * @throws UncapturableException if they can be neither compared nor restored
   */
  WalkedGraph walk(StageDefinition stage, Invocation invocation, KnownStates states) {
    Frame frame =
        frames.of(stage, invocation.declaring(), invocation.self(), invocation.arguments());
    return walker.walk(frame, states.left());
  }

  /** The inputs of a stage in words, from those of a call. */
  StageInputs describe(StageDefinition stage, WalkedGraph inputs) {
    return frames.inputs(stage.id(), inputs.frame());
  }

  /**
   * What a call left.
   *
   * @param origin the checkpoint that held all of it already, if one did
   */
  record Left(EncodedSnapshot snapshot, Optional<Checkpoint> origin) {}

  /**
   * What the call left; encoded only if no checkpoint is known to hold it.
   *
   * @param done is told how many more objects are encoded
   */
  Left left(OpenCall call, @Nullable Object returned, LongConsumer done) {
    Optional<Checkpoint> origin = call.run().states().find(call.facts().inputs());
    Optional<EncodedSnapshot> again = origin.flatMap(held -> again(call, held, returned));
    return again.isPresent()
        ? new Left(again.get(), origin)
        : new Left(encode(call, returned, done), Optional.empty());
  }

  private Optional<EncodedSnapshot> again(
      OpenCall call, Checkpoint origin, @Nullable Object returned) {
    WalkedGraph inputs = call.facts().inputs();
    return call.run()
        .log()
        .kept(origin)
        .flatMap(
            raw ->
                codec.again(
                    raw, origin.call().classes(), inputs, inputs.frame().returning(returned)));
  }

  private EncodedSnapshot encode(OpenCall call, @Nullable Object returned, LongConsumer done) {
    WalkedGraph inputs = call.facts().inputs();
    return codec.encode(inputs, inputs.frame().returning(returned), done);
  }

  /**
   * The input objects that a call which threw may have changed: all of them where that is unsure.
   */
  List<Object> changes(OpenCall call) {
    try {
      return encode(call, null, objects -> {}).changed();
    } catch (CodecException | UncapturableException e) {
      return whatMayHaveChanged(call);
    }
  }

  /** All state among the inputs of a call. */
  static List<Object> whatMayHaveChanged(OpenCall call) {
    WalkedGraph inputs = call.facts().inputs();
    return IntStream.range(1, inputs.size())
        .filter(inputs::isState)
        .mapToObj(inputs::object)
        .toList();
  }

  /**
   * Decodes a new snapshot and compares it with the live state, where the policy asks for it.
   *
   * @throws dev.cairn.core.error.CodecException if what would be restored differs
   */
  void readBack(OpenCall call, EncodedSnapshot encoded, @Nullable Object returned) {
    boolean due =
        switch (policy) {
          case ALWAYS -> true;
          case NEVER -> false;
          case NEW -> !proven.containsAll(contained(encoded));
        };
    if (due) {
      WalkedGraph inputs = call.facts().inputs();
      readBack.verify(encoded, inputs, inputs.frame().returning(returned));
      proven.addAll(contained(encoded));
    }
  }

  /** What a restore writes: new objects, changed ones, and the call's own places. */
  private static Set<String> contained(EncodedSnapshot encoded) {
    Set<String> names = new HashSet<>(encoded.classes());
    encoded.changed().forEach(object -> names.add(object.getClass().getName()));
    names.add(Frame.class.getName());
    return names;
  }

  /**
   * In what the inputs of a call that has not run yet differ from what a recorded call left there;
   * none where one of them cannot be read.
   */
  List<Difference> differences(OpenCall call, Checkpoint recorded) {
    Map<String, Fingerprint> parts = call.facts().inputs().parts();
    try {
      Payload left = call.run().log().read(recorded);
      Payload found = encode(call, null, objects -> {}).bytes();
      return InputDifferences.between(
          new Side(recorded.call().parts(), codec.describe(left)),
          new Side(parts, codec.describe(found)));
    } catch (CairnException e) {
      return List.of();
    }
  }

  /** Decodes a snapshot for live inputs; writes nothing. */
  DecodedSnapshot decode(Payload bytes, Recorded recorded, WalkedGraph inputs) {
    if (!recorded.codec().equals(codec.id())) {
      throw new UnsupportedFormatException(
          recorded.codec(),
          "it was written by codec "
              + recorded.codec()
              + ", this Cairn reads "
              + codec.id()
              + "; use the Cairn that wrote it");
    }
    return codec.decode(bytes, Set.copyOf(recorded.classes()), inputs);
  }

  /** Which codec wrote a snapshot and which classes it may name. */
  record Recorded(String codec, List<String> classes) {}

  /** A pipeline's result; what it has of the parameters is linked to them. */
  EncodedSnapshot encodeResult(RunOpener.Request request, @Nullable Object result) {
    Frame given = parameters(request);
    return codec.encode(walker.walk(given), given.returning(result));
  }

  /** Decodes a pipeline's result for a call with equal parameters. */
  @Nullable Object decodeResult(Payload bytes, Recorded recorded, RunOpener.Request request) {
    DecodedSnapshot decoded = decode(bytes, recorded, walker.walk(parameters(request)));
    if (!decoded.adapted().isEmpty()) {
      throw new CodecException(
          "result", "its classes changed since: " + String.join(", ", decoded.adapted()));
    }
    return decoded.apply();
  }

  private static Frame parameters(RunOpener.Request request) {
    Invocation invocation = request.invocation();
    return Frame.ofArguments(
        request.pipeline().parameters(), invocation.arguments(), loader(invocation));
  }

  /**
   * Fingerprints of the parts of a frame as they are now, and of what was returned; none where they
   * cannot be walked.
   */
  Map<String, Fingerprint> parts(Frame frame, @Nullable Object returned) {
    Frame result =
        Frame.ofArguments(
            List.of(Parameter.plain("return value")),
            new @Nullable Object[] {returned},
            frame.loader());
    try {
      Map<String, Fingerprint> parts = new LinkedHashMap<>(walker.walk(frame).parts());
      parts.putAll(walker.walk(result).parts());
      return parts;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // a call that was restored must not run because it could not be looked at
      return Map.of();
    }
  }

  /** The same of a pipeline's parameters and result. */
  Map<String, Fingerprint> parts(RunOpener.Request request, @Nullable Object result) {
    return parts(parameters(request), result);
  }

  /** Keeps the inputs so that they can be put back. */
  Rollback keep(WalkedGraph inputs) {
    return Rollback.of(inputs);
  }

  String codecId() {
    return codec.id();
  }
}
