package dev.cairn.testkit.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** What is saved, by number: the call and its state tell each other. */
public final class States {
  /** Whose runs they are saved in. */
  public static final RunKey KEY = new RunKey("nightly", "date=2026-11-23");

  /** What such a run says of itself. */
  public static final OpenFacts FACTS =
      new OpenFacts(KEY.text(), new Fingerprint("ab".repeat(32)), "com.acme.Nightly", Map.of());

  private static final Fingerprint PRINT = new Fingerprint("cd".repeat(32));
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final int KINDS = 3;
  private static final int LARGE_BYTES = 65_600;

  private static final Map<Integer, byte[]> MADE = new ConcurrentHashMap<>();

  private States() {}

  /** Small ones, ones that need a pack, and ones that differ little from those. */
  public static byte[] state(int number) {
    return MADE.computeIfAbsent(number, States::make);
  }

  private static byte[] make(int number) {
    return switch (number % KINDS) {
      case 0 -> ("state " + number).getBytes(UTF_8);
      case 1 -> noise(number);
      default -> changed(noise(number - 1));
    };
  }

  private static byte[] noise(int seed) {
    byte[] bytes = new byte[LARGE_BYTES];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] changed(byte[] bytes) {
    bytes[LARGE_BYTES / 2] ^= 1;
    return bytes;
  }

  static Payload payload(int number) {
    return Payload.of(state(number));
  }

  static boolean resemblesTheOneBefore(int number) {
    return number % KINDS == 2;
  }

  /** The call that such a state is saved for. */
  public static CallFacts call(int number) {
    return new CallFacts(
        CallPath.ROOT.child(new CallKey("Nightly.step", "f:" + PRINT.hex(), number)),
        PRINT,
        Map.of(),
        PRINT,
        Map.of(),
        "first attempt",
        number,
        NOON,
        NOON,
        "kryo",
        List.of(),
        Map.of(),
        List.of());
  }

  static int number(Checkpoint checkpoint) {
    return (int) checkpoint.call().began();
  }
}
