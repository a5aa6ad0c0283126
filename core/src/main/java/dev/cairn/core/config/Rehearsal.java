package dev.cairn.core.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code java -jar cairn.jar rehearse} and {@code plan} tell the agent in a program that they
 * start. No setting: nobody else gives it, and it is stronger than all of them, so that a rehearsal
 * never touches the user's own store, and a plan only reads it.
 *
 * @param directory where everything of one crash and its resume lies, or of the plan; absolute
 * @param attempt names this start of the program among those that share the store
 * @param haltAfter after how many saved calls the JVM halts; 0 for never; below zero in a plan,
 *     which halts before the first body
 */
public record Rehearsal(Path directory, String attempt, int haltAfter) {
  /** The environment variable that carries it. */
  public static final String VARIABLE = "CAIRN_REHEARSAL";

  /**
   * The agent arguments with which a rehearsal adds the agent to a command that may name it
   * already.
   */
  public static final String GUEST = "rehearsal";

  private static final String SEPARATOR = ":";
  private static final int BEFORE_A_BODY = -1;

  /** A plan: a start on the user's own store that restores what it can, and writes nothing. */
  public static Rehearsal plan(Path directory) {
    return new Rehearsal(directory, "plan", BEFORE_A_BODY);
  }

  /** Whether it is a plan. */
  public boolean isPlan() {
    return haltAfter < 0;
  }

  /** The rehearsal that this environment is part of, if it is. */
  public static Optional<Rehearsal> of(Map<String, String> environment) {
    String[] words = environment.getOrDefault(VARIABLE, "").split(SEPARATOR, 3);
    return words.length == 3 && words[0].matches("-?\\d{1,9}")
        ? Optional.of(new Rehearsal(Path.of(words[2]), words[1], Integer.parseInt(words[0])))
        : Optional.empty();
  }

  /** The value of the environment variable. */
  public String text() {
    return haltAfter + SEPARATOR + attempt + SEPARATOR + directory;
  }

  /** The store of this crash and its resume. */
  public Path store() {
    return directory.resolve("store");
  }

  /** Where each JVM of this start that opens a run writes what it saw. */
  public Path transcripts() {
    return directory.resolve(attempt);
  }
}
