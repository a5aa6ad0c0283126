package dev.cairn.core.log;

import dev.cairn.core.model.PayloadFacts;
import java.util.List;

/**
 * What a complete run recorded of its entry method's result.
 *
 * @param codec id of the codec that wrote it
 * @param classes names of the classes that it may name
 * @param payload what was recorded of its bytes
 */
public record RunResult(String codec, List<String> classes, PayloadFacts payload) {
  public RunResult {
    classes = List.copyOf(classes);
  }
}
