package dev.cairn.core.engine.program;

import dev.cairn.core.model.StageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The program that this JVM was started for: without any pipeline of its own, its main method is
 * one. Asked by the engine on threads of the application. Thread-safe.
 */
public interface Program {
  /** A program that is not known, so that stages outside any pipeline are unprotected. */
  Program UNKNOWN =
      unknown("no run is open: call it inside a method marked @Pipeline, or inside Cairn.run(...)");

  /**
   * The same, in another situation.
   *
   * @param reason why a stage outside any run is unprotected, and what would help
   */
  static Program unknown(String reason) {
    return new UnknownProgram(reason);
  }

  /** When this JVM began, rather too early than too late; empty where that is not known. */
  Optional<Instant> startedAt();

  /** Its main method and what that was given; asked at the first stage call outside any run. */
  Start start();

  /** Why it is no run, as things stand now; empty where it may be one. Asked again and again. */
  Optional<String> obstacle();

  /** Whether a thread is the one that runs the main method, or descends from it. */
  boolean covers(Thread thread);

  /**
   * Begins to watch how the program ends.
   *
   * @param listener told once, on the thread that ends the JVM, before anything is shut down
   * @throws IllegalStateException if this JVM does not tell how it ends
   */
  void whenEnding(Consumer<End> listener);

  /** What was started. */
  sealed interface Start {
    /**
     * A main method.
     *
     * @param method which
     * @param arguments what it was given
     */
    record Main(StageId method, List<String> arguments) implements Start {
      public Main {
        arguments = List.copyOf(arguments);
      }
    }

    /** Nothing that could be a run. */
    record None(String reason) implements Start {}
  }

  /**
   * How the program ends.
   *
   * @param well whether it did what it was started for
   * @param how in words, as in "exit status 3"
   */
  record End(boolean well, String how) {}
}
