package dev.cairn.core.seal.crypt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyringTest {
  private static final int FEW = 10;

  private final Random random = new Random(9);
  private final Secret first = key();
  private final OpenKeyring made =
      OpenKeyring.create("store", "now", new NewSlot(first, "first"), random);

  private Secret key() {
    byte[] key = new byte[32];
    random.nextBytes(key);
    return Secret.key(Base64.getUrlEncoder().encodeToString(key), "a test");
  }

  private static Secret password(String text) {
    return Secret.password(text.toCharArray(), "a test");
  }

  @Test
  void onlyItsSecretOpensIt() {
    assertThat(made.ring().open(first)).isPresent();
    assertThat(made.ring().open(key())).isEmpty();
    assertThat(made.ring().open(password("guess"))).isEmpty();
  }

  @Test
  void oneMoreSecretOpensTheSameKeys() throws IOException {
    byte[] sealed = seal(made, "text");

    Keyring both = made.with(new NewSlot(password("pass\u00f6rd"), "ops", FEW), random);

    assertThat(opened(both.open(password("pass\u00f6rd")).orElseThrow(), sealed)).isEqualTo("text");
    assertThat(opened(both.open(first).orElseThrow(), sealed)).isEqualTo("text");
    assertThat(both.open(password("passord"))).isEmpty();
    assertThat(both.generation()).isEqualTo(2);
    assertThat(both.whoOpens()).isEqualTo("key \"first\", password \"ops\"");
  }

  @Test
  void rotationKeepsWhatIsThereAndShutsOutWhoIsNotNamed() throws IOException {
    byte[] before = seal(made, "before");
    Secret second = key();

    Keyring ring = made.rotated(new NewSlot(second, "second"), random);

    OpenKeyring rotated = ring.open(second).orElseThrow();
    byte[] after = seal(rotated, "after");
    assertThat(opened(rotated, before)).isEqualTo("before");
    assertThat(opened(rotated, after)).isEqualTo("after");
    assertThat(ring.open(first)).isEmpty();
    assertThatThrownBy(() -> opened(made, after)).hasMessageContaining("is not in the keyring");
    assertThat(rotated.keys().name("00")).isEqualTo(made.keys().name("00"));
  }

  @Test
  void aRingWithALabelOrAKeyChangedDoesNotOpen() {
    Keyring ring = made.with(new NewSlot(password("p"), "ops", FEW), random);
    Keyring fewer = withSlots(ring, ring.slots().subList(0, 1));
    Keyring.Slot slot = ring.slots().get(0);
    Keyring renamed =
        withSlots(
            ring,
            List.of(
                new Keyring.Slot(
                    slot.id(),
                    slot.kind(),
                    "other",
                    slot.salt(),
                    slot.iterations(),
                    slot.wrapped())));

    assertThat(ring.open(first)).isPresent();
    assertThat(fewer.open(first)).isEmpty();
    assertThat(renamed.open(first)).isEmpty();
  }

  private static Keyring withSlots(Keyring ring, List<Keyring.Slot> slots) {
    return new Keyring(
        ring.generation(),
        ring.storeId(),
        ring.created(),
        slots,
        ring.keys(),
        ring.names(),
        ring.mac());
  }

  @Test
  void nothingShowsASecret() {
    byte[] key = new byte[32];
    String text = Base64.getUrlEncoder().encodeToString(key);

    assertThat(Secret.key(text, "cairn.key.file=x").toString()).doesNotContain(text);
    assertThat(password("hunter2").toString()).doesNotContain("hunter2");
    assertThatThrownBy(() -> Secret.key("hunter2 is no key!", "x"))
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  private byte[] seal(OpenKeyring ring, String text) {
    Payload content = Payload.of(text.getBytes(UTF_8));
    return ring.keys().seal("place", content, random).toBytes();
  }

  private static String opened(OpenKeyring ring, byte[] sealed) throws IOException {
    InputStream stored = new ByteArrayInputStream(sealed);
    byte[] head = SealedForm.readHead(stored);
    return new String(ring.keys().open("place", head, stored).readAllBytes(), UTF_8);
  }
}
