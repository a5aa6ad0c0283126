package dev.cairn.core.model;

import java.util.Map;

/**
 * What a run says about itself when it opens.
 *
 * @param key the run's key in full, as people read it
 * @param parameters fingerprint of all parameters of the entry method
 * @param application what was started: main class or command
 * @param code a digest of each part of the pipeline's own code, by name; none where it is not known
 */
public record OpenFacts(
    String key, Fingerprint parameters, String application, Map<String, String> code) {
  public OpenFacts {
    code = Map.copyOf(code);
  }
}
