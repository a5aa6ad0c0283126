package dev.cairn.it.crash.program;

import dev.cairn.Unsaved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Notes what a program does, in a file that outlives it, and ends the program where it is told to:
 * {@code -Dhalt.at=NOTE} stops the JVM as {@code kill -9} does, {@code -Dfail.at=NOTE} throws.
 */
@Unsaved
public final class Diary {
  /** The exit status of a JVM that was halted here. */
  public static final int HALTED = 137;

  private final Path file;
  private final Optional<String> haltAt = Optional.ofNullable(System.getProperty("halt.at"));
  private final Optional<String> failAt = Optional.ofNullable(System.getProperty("fail.at"));

  private Diary(Path file) {
    this.file = file;
  }

  /** The diary that {@code -Ddiary} names. */
  public static Diary ofThisProgram() {
    return new Diary(Path.of(System.getProperty("diary")));
  }

  /** Notes something, and ends the program if it is to end here. */
  public synchronized void note(String what) {
    try {
      Files.writeString(file, what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (haltAt.filter(what::equals).isPresent()) {
      Runtime.getRuntime().halt(HALTED);
    }
    if (failAt.filter(what::equals).isPresent()) {
      throw new Failure(what);
    }
  }

  /** Notes how the heap stands after a call has returned. */
  public void returned(String call, Object... heap) {
    note("returned " + call);
    System.out.println("heap after " + call + ": " + digest(HeapText.of(heap)));
  }

  private static String digest(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return Long.toHexString(hash);
  }

  /** What was ordered by {@code -Dfail.at}. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String where) {
      super("ordered to fail at: " + where);
    }
  }
}
