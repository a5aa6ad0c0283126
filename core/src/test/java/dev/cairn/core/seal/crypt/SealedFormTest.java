package dev.cairn.core.seal.crypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFormTest {
  private static final int FRAME = SealedForm.FRAME_BYTES;
  private static final String PLACE = "runs/nightly/00/1/00000002.json";

  private final Random random = new Random(5);
  private final StoreKeys keys = store("id").keys();

  private OpenKeyring store(String id) {
    byte[] key = new byte[32];
    random.nextBytes(key);
    Secret secret = Secret.key(Base64.getUrlEncoder().encodeToString(key), "a test");
    return OpenKeyring.create(id, "now", new NewSlot(secret, "first"), random);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_000, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME})
  void contentOfAnySizeComesBackInItsPlace(int length) throws IOException {
    byte[] content = bytes(length);

    byte[] sealed = sealed(content);

    assertThat(opened(PLACE, sealed)).isEqualTo(content);
    assertThat(SealedForm.contentBytes(sealed.length)).isEqualTo(length);
  }

  @Test
  void sameContentNeverLooksTheSameTwice() {
    byte[] content = bytes(100);

    assertThat(sealed(content)).isNotEqualTo(sealed(content));
  }

  @Test
  void isRefusedInAnotherPlaceAndAnotherStore() {
    byte[] sealed = sealed(bytes(100));

    assertRefused(() -> opened("runs/nightly/00/1/00000003.json", sealed));
    assertThatThrownBy(() -> opened(store("id").keys(), PLACE, sealed))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not in the keyring");
  }

  @Test
  void everyFlippedByteIsFound() {
    byte[] sealed = sealed(bytes(100));

    for (int at = 0; at < sealed.length; at++) {
      byte[] altered = sealed.clone();
      altered[at] ^= (byte) (1 << (at % 8));
      assertThatThrownBy(() -> opened(PLACE, altered))
          .as("byte %d", at)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void everyTruncationIsFoundAtTheEndOfAFrameToo() {
    byte[] sealed = sealed(bytes(2 * FRAME + 10));
    int head = SealedForm.HEAD_BYTES;

    for (int frames = 0; frames <= 2; frames++) {
      int length = head + frames * SealedForm.SEALED_FRAME_BYTES;
      assertRefused(() -> opened(PLACE, Arrays.copyOf(sealed, length)));
      assertRefused(() -> opened(PLACE, Arrays.copyOf(sealed, length + 7)));
    }
    for (int length = 0; length < head; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> opened(PLACE, cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void framesThatChangePlacesAreFound() {
    byte[] sealed = sealed(bytes(3 * FRAME));
    byte[] altered = sealed.clone();
    int first = SealedForm.HEAD_BYTES;
    int second = first + SealedForm.SEALED_FRAME_BYTES;
    System.arraycopy(sealed, second, altered, first, SealedForm.SEALED_FRAME_BYTES);
    System.arraycopy(sealed, first, altered, second, SealedForm.SEALED_FRAME_BYTES);

    assertRefused(() -> opened(PLACE, altered));
  }

  private byte[] sealed(byte[] content) {
    return keys.seal(PLACE, Payload.of(content), random).toBytes();
  }

  private byte[] opened(String place, byte[] sealed) throws IOException {
    return opened(keys, place, sealed);
  }

  private static byte[] opened(StoreKeys keys, String place, byte[] sealed) throws IOException {
    InputStream stored = new ByteArrayInputStream(sealed);
    byte[] head = SealedForm.readHead(stored);
    return keys.open(place, head, stored).readAllBytes();
  }

  private static void assertRefused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not what was encrypted for this place");
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
