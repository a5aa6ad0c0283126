package dev.cairn.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint says about the call whose end it records.
 *
 * @param path the call with its enclosing calls
 * @param inputs fingerprint of the inputs at entry
 * @param parts fingerprint of each top-level part of the inputs, by name ({@code ctx.pages}), in
 *     order: what tells which part differs
 * @param code fingerprint of the stage's code, or of its declared version
 * @param methods a digest of each part of that code, by name; empty where an earlier checkpoint of
 *     the stage with the same code has them
 * @param reason why the body ran, in words
 * @param began the call's place among all calls of the run by their beginnings, across attempts
 * @param startedAt when the body began
 * @param endedAt when it had returned
 * @param codec id of the codec that wrote the snapshot
 * @param classes names of the classes that the snapshot may name
 * @param metadata what the program put by {@code Cairn.put}
 * @param notes what a reader should know: {@code gap}, {@code tries=2}
 */
public record CallFacts(
    CallPath path,
    Fingerprint inputs,
    Map<String, Fingerprint> parts,
    Fingerprint code,
    Map<String, String> methods,
    String reason,
    long began,
    Instant startedAt,
    Instant endedAt,
    String codec,
    List<String> classes,
    Map<String, String> metadata,
    List<String> notes) {

  /** What the note of a call begins with that was tried several times. */
  public static final String TRIES = "tries=";

  /** The stage's name. */
  public String stage() {
    return path.last().stage();
  }

  /** How often the body was tried. */
  public int tries() {
    return notes.stream()
        .filter(note -> note.startsWith(TRIES))
        .mapToInt(note -> Integer.parseInt(note.substring(TRIES.length())))
        .findFirst()
        .orElse(1);
  }

  /** How long the body took. */
  public Duration took() {
    return Duration.between(startedAt, endedAt);
  }
}
