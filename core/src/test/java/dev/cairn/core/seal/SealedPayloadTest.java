package dev.cairn.core.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.model.PayloadFacts;
import dev.cairn.core.seal.SealedPayload.Expansion;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedPayloadTest {
  private static final Payload TEXT = Payload.of("once upon a time ".repeat(5_000).getBytes(UTF_8));

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "gzip", "none"})
  void readsBackWhatWasSealed(String compression) {
    SealedPayload sealed = SealedPayload.seal(TEXT, Compression.named(compression), Scratch.NONE);

    Payload raw = unseal(sealed.stored(), facts(sealed));

    assertThat(raw.toBytes()).isEqualTo(TEXT.toBytes());
    assertThat(sealed.compression().id()).isEqualTo(compression);
  }

  @Test
  void gzipIsWhatAnyGunzipReads() throws IOException {
    SealedPayload sealed = SealedPayload.seal(TEXT, Compression.gzip(9), Scratch.NONE);

    try (GZIPInputStream in = new GZIPInputStream(sealed.stored().open())) {
      assertThat(in.readAllBytes()).isEqualTo(TEXT.toBytes());
    }
  }

  @Test
  void theDigestOfManyBytesIsThatOfAllOfThem() {
    byte[] many = "once upon a time ".repeat(200_000).getBytes(UTF_8);

    SealedPayload sealed = SealedPayload.seal(Payload.of(many), Compression.gzip(), Scratch.NONE);

    assertThat(sealed.digest()).isEqualTo(Sha256.of(Payload.of(many)));
    assertThat(unseal(sealed.stored(), facts(sealed)).toBytes()).isEqualTo(many);
  }

  @Test
  void storesAsItIsWhatCompressionWouldMakeLarger() {
    byte[] noise = new byte[1_000];
    new Random(1).nextBytes(noise);

    SealedPayload sealed = SealedPayload.seal(Payload.of(noise), Compression.gzip(), Scratch.NONE);

    assertThat(sealed.compression().id()).isEqualTo("none");
    assertThat(sealed.stored().sizeBytes()).isEqualTo(1_000);
  }

  @Test
  void handsOutNothingWithAnotherDigest() {
    SealedPayload sealed = SealedPayload.seal(TEXT, Compression.gzip(), Scratch.NONE);
    PayloadFacts other =
        new PayloadFacts(
            TEXT.sizeBytes(), 0, "gzip", new Fingerprint("0".repeat(64)), Optional.empty());

    assertThatThrownBy(() -> unseal(sealed.stored(), other))
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("expected digest 00000000, found");
  }

  @Test
  void stopsWhereThereIsMoreThanTheLogSays() {
    Payload zeros = Payload.of(new byte[50_000_000]);
    SealedPayload bomb = SealedPayload.seal(zeros, Compression.gzip(), Scratch.NONE);
    PayloadFacts small = new PayloadFacts(10, 0, "gzip", bomb.digest(), Optional.empty());

    assertThatThrownBy(() -> unseal(bomb.stored(), small))
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("expected 10 raw bytes, found more");
  }

  @Test
  void saysWhichCompressionItDoesNotKnow() {
    PayloadFacts facts =
        new PayloadFacts(10, 10, "lzma", new Fingerprint("0".repeat(64)), Optional.empty());

    assertThatThrownBy(() -> unseal(TEXT, facts))
        .isInstanceOf(UnsupportedFormatException.class)
        .hasMessageContaining("it is compressed by lzma");
  }

  private static Payload unseal(Payload stored, PayloadFacts facts) {
    return SealedPayload.unseal(stored.open(), facts, Expansion.NONE, "entry 2", Scratch.NONE);
  }

  private static PayloadFacts facts(SealedPayload sealed) {
    return new PayloadFacts(
        sealed.rawBytes(),
        sealed.stored().sizeBytes(),
        sealed.compression().id(),
        sealed.digest(),
        Optional.empty());
  }
}
