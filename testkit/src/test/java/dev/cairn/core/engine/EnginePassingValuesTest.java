package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.engine.program.Program;
import dev.cairn.core.event.CairnEvent.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values that the next start of the program will not have again. */
class EnginePassingValuesTest extends EngineHarness {
  private static final Instant BEGUN = Instant.EPOCH.plusSeconds(60);
  private static final Instant NOW = BEGUN.plusSeconds(1);

  /** A program of which only its start is known. */
  private static final class Begun implements Program {
    @Override
    public Optional<Instant> startedAt() {
      return Optional.of(BEGUN);
    }

    @Override
    public Start start() {
      return UNKNOWN.start();
    }

    @Override
    public Optional<String> obstacle() {
      return UNKNOWN.obstacle();
    }

    @Override
    public boolean covers(Thread thread) {
      return UNKNOWN.covers(thread);
    }

    @Override
    public void whenEnding(Consumer<End> listener) {
      UNKNOWN.whenEnding(listener);
    }
  }

  @SuppressWarnings("unused") // the walk reads them
  private static final class Job {
    private final Instant startedAt = NOW;
    private final long startedMillis = NOW.toEpochMilli();
    private final List<Object> ids = List.of(UUID.randomUUID());

    private final transient Instant shownAt = NOW;
  }

  @SuppressWarnings("unused") // the walk reads them
  private static final class Steady {
    private final Instant dueAt = Instant.MAX;
    private final Instant knownSince = Instant.EPOCH;
    private final long size = 1_000;
    private final UUID named = UUID.nameUUIDFromBytes(new byte[] {1});
    private final List<UUID> customers = Stream.generate(UUID::randomUUID).limit(4).toList();

    private final transient Instant shownAt = NOW;
  }

  private List<String> warningsOf(Object first, Object second) {
    Woven woven =
        new Woven(new Engine(parts(storage, new KryoSnapshotCodec()), USUAL, new Begun()));
    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stage(PARSE, () -> {}, first);
          woven.stage(LINK, () -> {}, second);
          return null;
        },
        "today");
    return events.stream()
        .filter(Warning.class::isInstance)
        .map(event -> ((Warning) event).text())
        .toList();
  }

  @Test
  void areNamedInTheFirstStagesInputs() {
    assertThat(warningsOf(new Job(), new Job()))
        .singleElement()
        .asString()
        .startsWith("after a crash stage parse would match only if")
        .contains("ctx.startedAt is a time of this start")
        .contains("ctx.startedMillis is a time of this start")
        .contains("an element of ctx.ids is a random UUID")
        .contains("@Uncompared")
        .doesNotContain("shownAt");
  }

  @Test
  void whatIsTheSameTomorrowIsNotNamedNorWhatLaterStagesAreGiven() {
    assertThat(warningsOf(new Steady(), new Job())).isEmpty();
  }

  @Test
  void anArgumentItselfIsNamedToo() {
    assertThat(warningsOf(NOW, NOW))
        .singleElement()
        .asString()
        .contains("ctx is a time of this start");
  }
}
