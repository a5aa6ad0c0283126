package dev.cairn.agent;

import dev.cairn.core.config.Rehearsal;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.rehearsal.HaltPoint;
import dev.cairn.core.rehearsal.TranscriptWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes what this JVM sees in a rehearsal into a file of its own, which is made with the first
 * line: a JVM without stages leaves none. Halts the JVM where the rehearsal wants that.
 */
final class RehearsalLines {
  private static final int KILLED = 137;

  private final Path file;
  private @Nullable OutputStream out;

  private RehearsalLines(Path file) {
    this.file = file;
  }

  static CheckpointListener of(Rehearsal rehearsal) {
    String name = ProcessHandle.current().pid() + ".txt";
    RehearsalLines lines = new RehearsalLines(rehearsal.transcripts().resolve(name));
    return new TranscriptWriter(
        lines::write, haltPoint(rehearsal), () -> Runtime.getRuntime().halt(KILLED));
  }

  private static HaltPoint haltPoint(Rehearsal rehearsal) {
    return rehearsal.isPlan()
        ? HaltPoint.beforeABody()
        : HaltPoint.afterSaved(rehearsal.haltAfter());
  }

  /** Straight to the file: what the operating system has outlives a halt. */
  private void write(String text) {
    try {
      if (out == null) {
        Files.createDirectories(file.getParent());
        out = new FileOutputStream(file.toFile(), true);
      }
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the transcript of a rehearsal", e);
    }
  }
}
