package dev.cairn.it.kinds;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.ReadBack;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Calls of a stage that leaves one object in its argument. */
final class Snapshots {
  private final GraphWalker walker =
      new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1));
  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();

  /** The argument. */
  static final class Context {
    String title = "context";
    Object content = "nothing";
  }

  /** What stands beside. */
  record Beside(String beside, Object kind) {}

  /** A snapshot that another JVM can read. */
  record Saved(byte[] bytes, List<String> classes) {}

  private WalkedGraph walk(Object context) {
    return walker.walk(
        Frame.ofArguments(
            List.of(Parameter.plain("ctx")),
            new Object[] {context},
            Snapshots.class.getClassLoader()));
  }

  /**
   * Saves a call that left an object.
   *
   * @throws CairnException if that is refused
   */
  Saved save(Object object) {
    Context context = new Context();
    WalkedGraph entry = walk(context);
    context.content = new Beside("beside", object);
    Frame exit = entry.frame().returning(null);
    EncodedSnapshot snapshot = codec.encode(entry, exit);
    new ReadBack(codec).verify(snapshot, entry, exit);
    return new Saved(bytes(snapshot.bytes()), snapshot.classes());
  }

  private static byte[] bytes(Payload payload) {
    try (InputStream in = payload.open()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      in.transferTo(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Restores what a call left.
   *
   * @throws CairnException if that is refused
   */
  Object restore(Saved saved) {
    Context context = new Context();
    codec.decode(Payload.of(saved.bytes()), Set.copyOf(saved.classes()), walk(context)).apply();
    return ((Beside) context.content).kind();
  }

  /**
   * The fingerprint of a call that gets an object, or a text that says why it is worth nothing.
   *
   * @throws CairnException if it can be no input
   */
  String fingerprint(Object object) {
    Context context = new Context();
    context.content = new Beside("beside", object);
    WalkedGraph walked = walk(context);
    codec.encode(walked, walked.frame().returning(null));
    return walked.ambiguities().isEmpty() ? walked.fingerprint().hex() : "";
  }
}
