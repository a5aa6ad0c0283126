package dev.cairn.core.codec.kryo.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.codec.kryo.bytes.Format;
import dev.cairn.core.codec.tree.TreeDiff;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every version of the format, as that version wrote them. Beside each stands the list of
 * its classes. Those of the current version are written by
 *
 * <pre>
 * mvn -o -pl core -am test -Dtest=GoldenFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true
 * </pre>
 */
class GoldenFilesTest {
  private static final Path FILES = Path.of("src/test/resources/dev/cairn/core/codec/kryo/golden");

  private final KryoSnapshotCodec codec = new KryoSnapshotCodec();
  private final GraphWalker walker =
      new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1));

  private static Path file(int version, GoldenState state, String suffix) {
    String name = state.name().toLowerCase(Locale.ROOT) + suffix;
    return FILES.resolve("v" + version).resolve(name);
  }

  private WalkedGraph inputs() {
    Object[] arguments = {new ArrayList<>(List.of("argument"))};
    return walker.walk(
        Frame.ofArguments(
            List.of(Parameter.plain("ctx")), arguments, GoldenState.class.getClassLoader()));
  }

  /** A call that changed its argument and returned the state. */
  @SuppressWarnings("unchecked")
  private EncodedSnapshot written(GoldenState state) {
    WalkedGraph entry = inputs();
    ((List<Object>) entry.object(1)).add("changed");
    return codec.encode(entry, entry.frame().returning(state.made()));
  }

  @ParameterizedTest
  @EnumSource
  void theWriterWritesWhatThisVersionOfTheFormatAlwaysWrote(GoldenState state) throws IOException {
    EncodedSnapshot now = written(state);
    Path file = file(Format.VERSION, state, ".snapshot");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(file.getParent());
      Files.write(file, now.bytes().toBytes());
      Files.write(file(Format.VERSION, state, ".classes"), now.classes());
    }

    assertThat(now.bytes().toBytes())
        .as(
            "%s: the writer writes other bytes than version %d of the format has. Raise"
                + " Format.VERSION, keep these files, have the reader read both, and write the new"
                + " ones with -Dgolden.write=true. While no version is released, writing them anew is enough",
            file, Format.VERSION)
        .isEqualTo(Files.readAllBytes(file));
  }

  static Stream<Arguments> files() {
    return IntStream.rangeClosed(1, Format.VERSION)
        .boxed()
        .flatMap(
            version ->
                Stream.of(GoldenState.values())
                    .filter(state -> Files.exists(file(version, state, ".snapshot")))
                    .map(state -> Arguments.of(version, state)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyVersionIsReadAsWhatItWasWrittenFrom(int version, GoldenState state) throws IOException {
    Payload bytes = Payload.of(Files.readAllBytes(file(version, state, ".snapshot")));
    Set<String> classes = Set.copyOf(Files.readAllLines(file(version, state, ".classes")));
    WalkedGraph live = inputs();

    Object restored = codec.decode(bytes, classes, live).apply();

    WalkedGraph nothing =
        walker.walk(Frame.ofArguments(List.of(), new Object[0], getClass().getClassLoader()));
    assertThat(
            TreeDiff.of(
                    codec.describe(
                        codec.encode(nothing, nothing.frame().returning(restored)).bytes()),
                    codec.describe(
                        codec.encode(nothing, nothing.frame().returning(state.made())).bytes()),
                    10)
                .shown())
        .isEmpty();
    assertThat(live.object(1)).isEqualTo(List.of("argument", "changed"));
  }

  @Test
  void everyVersionHasItsFiles() {
    assertThat(files().map(one -> one.get()[0]).distinct())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, Format.VERSION).boxed().toList());
  }

  @Test
  void aVersionOfTheFutureIsSaidToBeOne() throws IOException {
    byte[] bytes = Files.readAllBytes(file(Format.VERSION, GoldenState.VALUES, ".snapshot"));
    bytes[Integer.BYTES] = Format.VERSION + 1;

    assertThatThrownBy(() -> codec.decode(Payload.of(bytes), Set.of(), inputs()))
        .isInstanceOf(UnsupportedFormatException.class)
        .hasMessageContaining("version " + (Format.VERSION + 1))
        .hasMessageContaining("a later Cairn wrote it");
  }
}
