package dev.cairn.benchmarks.save;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.log.delta.DeltaWriter;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.seal.NativePermission;
import dev.cairn.core.seal.SealedPayload;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The steps of a save and a restore, each on its own. */
@State(Scope.Benchmark)
public class Steps {
  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();
  private final GraphWalker walker =
      new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1));
  private final WalkedGraph nothing = walk();
  private final Compression zstd =
      Compression.zstdOrGzip(NativePermission.AS_THE_JVM_SAYS, System.err::println);
  private final Folder folder = Folder.make();
  private final Storage storage = DirectoryStorage.open(folder.path());
  private final Payload empty = Payload.of(new byte[0]);
  private Object root = "";
  private EncodedSnapshot encoded = EncodedSnapshot.still(empty, List.of(), nothing);
  private Payload base = empty;
  private Payload changed = empty;
  private Payload stored = empty;
  private long puts;

  /** Makes what the later steps begin with. */
  @Setup
  public void prepare(Subject subject) {
    root = subject.root();
    encoded = encode();
    stored = compress();
    WalkedGraph inputs = walk(root);
    base = codec.encode(inputs, inputs.frame().returning(null)).bytes();
    subject.change();
    changed = codec.encode(inputs, inputs.frame().returning(null)).bytes();
  }

  /** Removes what was written. */
  @TearDown
  public void leave() {
    storage.close();
    folder.close();
  }

  /** The encoded state. */
  Payload encoded() {
    return encoded.bytes();
  }

  /** The state as the inputs of a call: numbers, hashes, fingerprint. */
  @Benchmark
  public WalkedGraph walk() {
    return walk(root);
  }

  private WalkedGraph walk(Object... arguments) {
    List<Parameter> names =
        Arrays.stream(arguments).map(argument -> Parameter.plain("ctx")).toList();
    return walker.walk(Frame.ofArguments(names, arguments, Steps.class.getClassLoader()));
  }

  /** The state as the new result of a call. */
  @Benchmark
  public EncodedSnapshot encode() {
    return codec.encode(nothing, nothing.frame().returning(root));
  }

  /** That, as objects again. */
  @Benchmark
  public @Nullable Object decode() {
    return codec.decode(encoded.bytes(), Set.copyOf(encoded.classes()), nothing).apply();
  }

  /** What differs after a change. */
  @Benchmark
  public Optional<Payload> delta() {
    return DeltaWriter.write(base, changed, Scratch.NONE);
  }

  /** The whole state made smaller by two threads. */
  @Benchmark
  public Payload compress() {
    return zstd.compressed(encoded.bytes(), Scratch.NONE);
  }

  /** That, and the digest over all of it. */
  @Benchmark
  public SealedPayload seal() {
    return SealedPayload.seal(encoded.bytes(), zstd, Scratch.NONE);
  }

  /** The compressed state as an object of the store. */
  @Benchmark
  public boolean put() {
    puts++;
    return storage.putIfAbsent(new StorageKey("packs/" + puts), stored);
  }

  /** The compressed state in a new file, made durable: nothing that is safe can be faster. */
  @Benchmark
  public void write() throws IOException {
    puts++;
    Path file = folder.path().resolve("file" + puts);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (ByteBuffer segment : stored.segments()) {
        writeAll(channel, segment);
      }
      channel.force(true);
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The least that an entry of a log takes: a small file and its folder made durable. */
  @Benchmark
  public void twoSyncs() throws IOException {
    puts++;
    Path file = folder.path().resolve("small" + puts);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeAll(channel, ByteBuffer.wrap(new byte[1024]));
      channel.force(true);
    }
    try (FileChannel directory = FileChannel.open(folder.path(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
