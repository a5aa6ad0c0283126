package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.differential.program.Heap;
import dev.cairn.core.differential.program.Making;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.model.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What bytes can do that nobody should have let through. */
class DecodingSafetyTest {
  private static final int TRIALS = 4000;

  private final StageRuns runs = StageRuns.trusting();
  private static final Set<String> INITIALISED = new HashSet<>();

  static final class Wanted {
    int value = 1;

    static Supplier<String> lambda() {
      return (Supplier<String> & Serializable) () -> "made";
    }
  }

  /** Has a name of the same length as the class above. */
  static final class Wicked {
    static {
      INITIALISED.add("Wicked");
    }

    int value = 1;
  }

  private EncodedSnapshot snapshot(Object returned) {
    WalkedGraph nothing = runs.walker.walk(StageRuns.frame());
    return runs.codec.encode(nothing, nothing.frame().returning(returned));
  }

  private static byte[] bytes(EncodedSnapshot snapshot) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      snapshot.bytes().writeTo(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private Object decode(byte[] bytes, Set<String> allowed) {
    WalkedGraph nothing = runs.walker.walk(StageRuns.frame());
    return runs.codec.decode(Payload.of(bytes), allowed, nothing).apply();
  }

  @Test
  void aClassThatWasNotRecordedIsRefusedBeforeItIsInitialised() {
    EncodedSnapshot snapshot = snapshot(new Wanted());
    byte[] forged =
        new String(bytes(snapshot), StandardCharsets.ISO_8859_1)
            .replace("Wanted", "Wicked")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> decode(forged, Set.copyOf(snapshot.classes())))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("Wicked")
        .hasMessageContaining("not among the classes recorded");
    assertThat(INITIALISED).isEmpty();
  }

  /** The class that a lambda stands in is initialised when the lambda is made, and no other. */
  @Test
  void aLambdaOfAClassThatWasNotRecordedIsRefusedBeforeThatIsInitialised() {
    EncodedSnapshot snapshot = snapshot(Wanted.lambda());
    String good = new String(bytes(snapshot), StandardCharsets.ISO_8859_1);
    Set<String> recorded = Set.copyOf(snapshot.classes());
    assertThat(((Supplier<?>) decode(bytes(snapshot), recorded)).get()).isEqualTo("made");

    byte[] forged = good.replace("Wanted", "Wicked").getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> decode(forged, recorded)).isInstanceOf(CodecException.class);
    assertThat(INITIALISED).isEmpty();
  }

  /** The deny list stands above what the record of a snapshot allows. */
  @Test
  void aDeniedClassIsRefusedThoughItIsRecorded() {
    EncodedSnapshot snapshot = snapshot(new Wanted());
    String name = Wanted.class.getName();
    for (String start : List.of("jdk.internal.", "javax.naming.", "org.unknown.")) {
      String other = start + "X".repeat(name.length() - start.length());
      byte[] forged =
          new String(bytes(snapshot), StandardCharsets.ISO_8859_1)
              .replace(name, other)
              .getBytes(StandardCharsets.ISO_8859_1);
      String why = start.equals("org.unknown.") ? "is gone" : "not among the classes recorded";

      assertThatThrownBy(() -> decode(forged, Set.of(other)))
          .isInstanceOf(CodecException.class)
          .hasMessageContaining(other)
          .hasMessageContaining(why);
    }
  }

  @Test
  void anotherFormatIsSaidToBeAnother() {
    byte[] bytes = bytes(snapshot("x"));
    bytes[4]++;

    assertThatThrownBy(() -> decode(bytes, Set.of()))
        .isInstanceOf(UnsupportedFormatException.class);
  }

  @Test
  void flippedBytesThrowNothingButWhatIsDeclared() {
    EncodedSnapshot snapshot = snapshot(manyThings(11));
    byte[] good = bytes(snapshot);
    Set<String> allowed = Set.copyOf(snapshot.classes());
    SplittableRandom random = new SplittableRandom(3);

    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] bad = good.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      assertThatCode(() -> tolerant(bad, allowed)).as("trial %d", trial).doesNotThrowAnyException();
    }
  }

  @Test
  void truncatedBytesThrowNothingButWhatIsDeclared() {
    EncodedSnapshot snapshot = snapshot(manyThings(12));
    byte[] good = bytes(snapshot);

    for (int length = 0; length < good.length; length += 7) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> decode(cut, Set.copyOf(snapshot.classes())))
          .isInstanceOf(CairnException.class);
    }
  }

  @Test
  void hugeDeclaredSizesAreRefusedBeforeRoomIsMade() {
    EncodedSnapshot snapshot = snapshot(new long[1000]);
    byte[] good = bytes(snapshot);
    Set<String> allowed = Set.copyOf(snapshot.classes());

    for (int at = 0; at + 5 < Math.min(good.length, 200); at++) {
      byte[] bad = good.clone();
      for (int i = 0; i < 4; i++) {
        bad[at + i] = (byte) 0xFF;
      }
      bad[at + 4] = 0x07;
      assertThatCode(() -> tolerant(bad, allowed)).doesNotThrowAnyException();
    }
  }

  private static List<Object> manyThings(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Heap heap = Heap.empty(false, null);
    for (int i = 0; i < 60; i++) {
      Making.object(random, heap);
    }
    return new ArrayList<>(heap.objects());
  }

  /** Damage may go unseen here: the layer above has verified every byte. */
  private void tolerant(byte[] bytes, Set<String> allowed) {
    try {
      decode(bytes, allowed);
    } catch (CairnException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
