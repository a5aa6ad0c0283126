package dev.cairn.core.engine.program;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Of this program nothing is known.
 *
 * @param reason why a stage outside any run is unprotected, and what would help
 */
record UnknownProgram(String reason) implements Program {
  @Override
  public Optional<Instant> startedAt() {
    return Optional.empty();
  }

  @Override
  public Start start() {
    return new Start.None(reason);
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.of(reason);
  }

  @Override
  public boolean covers(Thread thread) {
    return false;
  }

  @Override
  public void whenEnding(Consumer<End> listener) {
    throw new IllegalStateException(reason);
  }
}
