package dev.cairn.core.engine;

import dev.cairn.core.model.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs that are open in this JVM. Thread-safe. */
final class OpenRuns {
  private final Map<RunId, Run> runs = new LinkedHashMap<>();
  private long openings;
  private Optional<String> notOpened = Optional.empty();

  synchronized void add(Run run) {
    runs.put(run.id(), run);
    openings++;
  }

  synchronized void remove(Run run) {
    runs.remove(run.id(), run);
  }

  synchronized boolean isOpen(RunId run) {
    return runs.containsKey(run);
  }

  synchronized boolean isOpen(Run run) {
    return runs.get(run.id()) == run;
  }

  /** The only open run, or empty where there is none or more than one. */
  synchronized Optional<Run> only() {
    return runs.size() == 1 ? Optional.of(runs.values().iterator().next()) : Optional.empty();
  }

  synchronized int size() {
    return runs.size();
  }

  /** A run of this pipeline could not be opened, which was told. */
  synchronized void notOpened(String pipeline) {
    notOpened = Optional.of(pipeline);
  }

  /** The last pipeline whose run could not be opened. */
  synchronized Optional<String> notOpened() {
    return notOpened;
  }

  /** Changes whenever a run is opened. */
  synchronized long openings() {
    return openings;
  }

  synchronized List<Run> all() {
    return List.copyOf(runs.values());
  }
}
