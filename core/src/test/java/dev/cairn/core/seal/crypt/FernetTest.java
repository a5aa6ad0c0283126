package dev.cairn.core.seal.crypt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.model.Payload;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class FernetTest {
  // from the specification's own test vectors: generate.json, verify.json
  private static final Fernet SPECIFIED =
      Secret.key("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=", "the specification").fernet();
  private static final Instant THEN = Instant.parse("1985-10-26T08:20:00Z");
  private static final String TOKEN =
      "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";

  @Test
  void makesTheTokenOfTheSpecification() {
    Payload token = SPECIFIED.token(payload("hello"), THEN, new CountingBytes());

    assertThat(text(token)).isEqualTo(TOKEN);
  }

  @Test
  void opensTheTokenOfTheSpecification() {
    assertThat(SPECIFIED.open(payload(TOKEN + "\n")).map(FernetTest::text)).contains("hello");
  }

  @Test
  void opensItsOwnOfAnySize() {
    for (int size : new int[] {0, 1, 15, 16, 17, 100_000}) {
      byte[] content = new byte[size];
      new Random(size).nextBytes(content);

      Payload token = SPECIFIED.token(Payload.of(content), THEN, new Random(1));

      assertThat(SPECIFIED.open(token).orElseThrow().toBytes()).isEqualTo(content);
    }
  }

  @Test
  void refusesEveryTokenInWhichALetterIsAnother() {
    // of the last letter before the padding some bits stand for nothing
    for (int at = 0; at < TOKEN.length() - 3; at++) {
      char other = TOKEN.charAt(at) == 'A' ? 'B' : 'A';
      String changed = TOKEN.substring(0, at) + other + TOKEN.substring(at + 1);

      assertThat(SPECIFIED.open(payload(changed))).as("letter %d", at).isEmpty();
    }
  }

  @Test
  void refusesTheTokenOfAnotherKeyAndWhatIsNone() {
    Fernet other = Secret.key(Secret.newKey(new Random(1)), "a test").fernet();

    assertThat(other.open(payload(TOKEN))).isEmpty();
    assertThat(SPECIFIED.open(payload(""))).isEmpty();
    assertThat(SPECIFIED.open(payload("no token, is it?"))).isEmpty();
    assertThat(SPECIFIED.open(payload(TOKEN.substring(0, 40)))).isEmpty();
  }

  private static Payload payload(String text) {
    return Payload.of(text.getBytes(UTF_8));
  }

  private static String text(Payload payload) {
    return new String(payload.toBytes(), UTF_8);
  }

  /** The vector 0, 1, 2 … of the specification. */
  private static final class CountingBytes implements RandomGenerator {
    @Override
    public long nextLong() {
      throw new AssertionError("only bytes are needed");
    }

    @Override
    public void nextBytes(byte[] bytes) {
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) at;
      }
    }
  }
}
