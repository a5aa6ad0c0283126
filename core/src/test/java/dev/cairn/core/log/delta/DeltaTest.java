package dev.cairn.core.log.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeltaTest {
  private static final int SEEDS = 3_000;

  @Test
  void givesTheResultAgainWhateverWasEdited() throws IOException {
    int deltas = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Edits edits = Edits.of(seed);

      Optional<Payload> delta = write(edits.base(), edits.result());

      if (delta.isPresent()) {
        deltas++;
        byte[] again = apply(edits.base(), delta.get().toBytes(), edits.result().length);
        assertThat(again).as("seed %d", seed).isEqualTo(edits.result());
      }
    }
    assertThat(deltas).isGreaterThan(SEEDS / 2);
  }

  @Test
  void comesToOtherBytesFromABaseThatDiffersInOneBit() {
    int caught = 0;
    int tried = 0;
    for (long seed = 0; seed < 300; seed++) {
      Edits edits = Edits.of(seed);
      Optional<Payload> delta = write(edits.base(), edits.result());
      if (delta.isPresent() && edits.result().length > 0) {
        tried++;
        byte[] shifted = edits.base().clone();
        shifted[edits.sharedAt()] ^= 1;
        caught += isOther(shifted, delta.get().toBytes(), edits.result()) ? 1 : 0;
      }
    }
    assertThat(tried).isGreaterThan(100);
    assertThat(caught).isGreaterThan(tried / 2);
  }

  @Test
  void isGivenUpWhereMoreThanHalfIsNew() {
    byte[] base = noise(1, 10_000);
    byte[] other = noise(2, 10_000);
    byte[] half = Arrays.copyOf(base, 10_000);
    System.arraycopy(other, 0, half, 0, 5_100);

    assertThat(write(base, other)).isEmpty();
    assertThat(write(base, half)).isEmpty();
    System.arraycopy(base, 0, half, 0, 200);
    assertThat(write(base, half)).isPresent();
  }

  @Test
  void costsHardlyMoreThanWhatIsNew() {
    byte[] base = noise(3, 1 << 20);
    byte[] result = new byte[base.length + 1_000];
    System.arraycopy(base, 500_000, result, 0, base.length - 500_000);
    System.arraycopy(noise(4, 1_000), 0, result, base.length - 500_000, 1_000);
    System.arraycopy(base, 0, result, base.length - 499_000, 500_000);

    assertThat(write(base, result).orElseThrow().sizeBytes()).isLessThan(1_050);
  }

  @Test
  void costsAFewBytesForEachChangeInPlace() {
    byte[] base = noise(5, 1 << 20);
    byte[] result = base.clone();
    for (int at = 100; at < result.length; at += 10_000) {
      result[at]++;
    }

    assertThat(write(base, result).orElseThrow().sizeBytes()).isLessThan(105 * 8);
  }

  @Test
  void refusesWhatIsDamagedAndNeverWritesMoreThanWasAskedFor() {
    Random random = new Random(7);
    for (long seed = 0; seed < 400; seed++) {
      Edits edits = Edits.of(seed);
      Optional<Payload> delta = write(edits.base(), edits.result());
      if (delta.isEmpty()) {
        continue;
      }
      for (int flip = 0; flip < 20; flip++) {
        byte[] damaged = delta.get().toBytes();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        staysInBounds(edits, damaged);
      }
      byte[] whole = delta.get().toBytes();
      for (int end = 0; end < whole.length; end += Math.max(1, whole.length / 50)) {
        byte[] cut = Arrays.copyOf(whole, end);
        assertThatThrownBy(() -> apply(edits.base(), cut, edits.result().length))
            .as("seed %d cut at %d", seed, end)
            .isInstanceOf(IOException.class);
      }
    }
  }

  private static void staysInBounds(Edits edits, byte[] damaged) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = edits.result().length;
    try {
      DeltaReader.apply(Payload.of(edits.base()), new ByteArrayInputStream(damaged), out, length);
      assertThat(out.size()).isEqualTo(length);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    assertThat(out.size()).isLessThanOrEqualTo(length);
  }

  @Test
  void refusesADeltaOfAnotherBaseOrToAnotherSize() {
    byte[] base = noise(8, 5_000);
    byte[] result = Arrays.copyOf(base, 4_000);
    byte[] delta = write(base, result).orElseThrow().toBytes();

    assertThatThrownBy(() -> apply(result, delta, 4_000))
        .hasMessageContaining("its base has 5000 bytes, not 4000");
    assertThatThrownBy(() -> apply(base, delta, 4_001))
        .hasMessageContaining("its result has 4000 bytes, not 4001");
    assertThatThrownBy(() -> apply(base, Arrays.copyOf(delta, delta.length + 1), 4_000))
        .hasMessageContaining("something follows it");
  }

  @Test
  void isWrittenAsTheFormatSays() throws IOException {
    byte[] base = noise(9, 100);
    byte[] result = new byte[153];
    System.arraycopy(base, 50, result, 0, 50);
    result[50] = 'x';
    result[51] = 'y';
    result[52] = 'z';
    System.arraycopy(base, 0, result, 53, 100);

    byte[] delta = write(base, result).orElseThrow().toBytes();

    // magic, version, 100, 153; nothing new, 50 copied, +50; 3 new, 100 copied, -53 - 50
    assertThat(HexFormat.of().formatHex(delta))
        .isEqualTo("43444c54" + "01" + "64" + "9901" + "003264" + "0378797a" + "64cd01");
    assertThat(apply(base, delta, 153)).isEqualTo(result);
  }

  @Test
  void copiesAcrossTheSegmentsOfABase() throws IOException {
    byte[] base = noise(10, 300_000);
    byte[] result = Arrays.copyOfRange(base, 1_000, 299_000);
    byte[] delta = write(base, result).orElseThrow().toBytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Payload segments =
        Payload.of(
            List.of(
                Arrays.copyOf(base, 2_000),
                new byte[0],
                Arrays.copyOfRange(base, 2_000, 2_001),
                Arrays.copyOfRange(base, 2_001, 300_000)));

    DeltaReader.apply(segments, new ByteArrayInputStream(delta), out, result.length);

    assertThat(out.toByteArray()).isEqualTo(result);
  }

  private static boolean isOther(byte[] base, byte[] delta, byte[] result) {
    try {
      return !Arrays.equals(apply(base, delta, result.length), result);
    } catch (IOException e) {
      return true;
    }
  }

  private static Optional<Payload> write(byte[] base, byte[] result) {
    return DeltaWriter.write(Payload.of(base), Payload.of(result), Scratch.NONE);
  }

  private static byte[] apply(byte[] base, byte[] delta, int length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DeltaReader.apply(Payload.of(base), new ByteArrayInputStream(delta), out, length);
    return out.toByteArray();
  }

  private static byte[] noise(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
