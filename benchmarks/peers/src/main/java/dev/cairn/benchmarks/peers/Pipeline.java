package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.work.Dossier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stages that each change a share of a document. It notes when bodies begin and end, and writes
 * both into a file, which shows after a kill what had been done.
 */
final class Pipeline {
  private final Plan plan;
  private final FileChannel journal;
  private final List<Long> gaps = new ArrayList<>();
  private final Consumer<Pipeline> halt;
  private Optional<Instant> firstBody = Optional.empty();
  private long left;
  private int bodies;

  /**
   * What is to be done.
   *
   * @param kilobytes of state
   * @param percent of the pages that each stage changes
   * @param stages how many
   * @param inPlace whether stages return nothing and only change what they are given
   * @param haltAt the stage in whose body the process ends as if killed, or -1
   */
  record Plan(int kilobytes, int percent, int stages, boolean inPlace, int haltAt) {}

  /**
   * A pipeline that notes what it does.
   *
   * @param halt ends the process
   */
  Pipeline(Plan plan, Path journal, Consumer<Pipeline> halt) throws IOException {
    this.plan = plan;
    this.halt = halt;
    this.journal =
        FileChannel.open(
            journal,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.WRITE);
  }

  int stages() {
    return plan.stages;
  }

  boolean isInPlace() {
    return plan.inPlace;
  }

  /** The state before the first stage. */
  Dossier begin() {
    return Dossier.of(plan.kilobytes);
  }

  /** The body of a stage: changes the state and returns it. */
  Dossier stage(int number, Dossier state) {
    enter(number);
    state.change(plan.percent);
    bodies++;
    note("end " + number);
    left = System.nanoTime();
    return state;
  }

  private void enter(int number) {
    long now = System.nanoTime();
    if (bodies > 0) {
      gaps.add(now - left);
    } else {
      firstBody = Optional.of(InstantSource.system().instant());
    }
    if (number == plan.haltAt) {
      halt.accept(this);
    }
    note("begin " + number);
  }

  private void note(String line) {
    try {
      journal.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the end of each body to the beginning of the next, in nanoseconds. */
  List<Long> gaps() {
    return List.copyOf(gaps);
  }

  /** When the first body that this process ran began. */
  Optional<Instant> firstBody() {
    return firstBody;
  }
}
