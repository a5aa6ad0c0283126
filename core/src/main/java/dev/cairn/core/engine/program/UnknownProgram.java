package dev.cairn.core.engine.program;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Of this program nothing is known. Stateless. */
final class UnknownProgram implements Program {
  private static final String REASON =
      "no run is open: call it inside a method marked @Pipeline, or inside Cairn.run(...)";

  @Override
  public Optional<Instant> startedAt() {
    return Optional.empty();
  }

  @Override
  public Start start() {
    return new Start.None(REASON);
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.of(REASON);
  }

  @Override
  public boolean covers(Thread thread) {
    return false;
  }

  @Override
  public void whenEnding(Consumer<End> listener) {
    throw new IllegalStateException(REASON);
  }
}
