package dev.cairn.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {
  private static final byte[] SALT = new byte[PackFormat.SALT_BYTES];

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 3_500_000})
  void readsBackWhatWasPacked(int size) throws IOException {
    byte[] content = noise(size);
    Payload pack = PackFormat.pack(Payload.of(content), SALT);

    byte[] read = unpacked(pack.toBytes(), PackFormat.name(pack));

    assertThat(read).isEqualTo(content);
  }

  @Test
  void framesDoNotDependOnHowThePayloadIsCut() {
    byte[] content = noise(2_500_000);
    Payload cut =
        Payload.of(
            List.of(
                Arrays.copyOf(content, 7),
                Arrays.copyOfRange(content, 7, 2_400_000),
                new byte[0],
                Arrays.copyOfRange(content, 2_400_000, content.length)));

    Payload whole = PackFormat.pack(Payload.of(content), SALT);

    assertThat(PackFormat.pack(cut, SALT).toBytes()).isEqualTo(whole.toBytes());
  }

  @Test
  void anotherSaltMakesAnotherName() {
    byte[] salt = SALT.clone();
    salt[0] = 1;
    Payload content = Payload.of(noise(10));

    assertThat(PackFormat.name(PackFormat.pack(content, salt)))
        .isNotEqualTo(PackFormat.name(PackFormat.pack(content, SALT)));
  }

  @Test
  void handsOutTheFramesBeforeADamagedOneAndNoneOfItsBytes() throws IOException {
    byte[] content = noise(2_500_000);
    Payload pack = PackFormat.pack(Payload.of(content), SALT);
    byte[] altered = pack.toBytes();
    altered[altered.length / 2] ^= 1;
    PackInputStream in =
        new PackInputStream(new ByteArrayInputStream(altered), PackFormat.name(pack));

    byte[] first = in.readNBytes(1 << 20);

    assertThat(first).isEqualTo(Arrays.copyOf(content, 1 << 20));
    assertThatThrownBy(in::read)
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("expected frame 1 as written, found another");
  }

  @Test
  void everyFlippedByteAndEveryCutOfASmallPackIsFound() {
    Payload pack = PackFormat.pack(Payload.of(noise(300)), SALT);
    Fingerprint name = PackFormat.name(pack);
    byte[] whole = pack.toBytes();
    for (int at = 0; at < whole.length; at++) {
      byte[] altered = whole.clone();
      altered[at] ^= (byte) (1 << at % 8);
      assertThatThrownBy(() -> unpacked(altered, name)).isInstanceOf(CairnException.class);
      byte[] cut = Arrays.copyOf(whole, at);
      assertThatThrownBy(() -> unpacked(cut, name)).isInstanceOf(DamagedException.class);
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertThatThrownBy(() -> unpacked(longer, name)).isInstanceOf(DamagedException.class);
  }

  @Test
  void saysWhenALaterVersionWroteIt() {
    byte[] pack = PackFormat.pack(Payload.of(noise(300)), SALT).toBytes();
    pack[11] = 2;

    assertThatThrownBy(() -> unpacked(pack, new Fingerprint("0".repeat(64))))
        .isInstanceOf(UnsupportedFormatException.class)
        .hasMessageContaining("it has version 2, this Cairn knows 1");
  }

  private static byte[] unpacked(byte[] pack, Fingerprint name) throws IOException {
    return new PackInputStream(new ByteArrayInputStream(pack), name).readAllBytes();
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
