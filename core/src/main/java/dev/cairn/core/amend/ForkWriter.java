package dev.cairn.core.amend;

import dev.cairn.core.amend.RunAmendments.Fork;
import dev.cairn.core.engine.match.RecordedCalls;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.RunId;
import dev.cairn.core.model.RunKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a run's next generation out of checkpoints of an earlier one. Its folder is complete in
 * itself: every snapshot is read, checked and written again.
 */
final class ForkWriter {
  private final RunStore store;
  private final Map<String, Map<String, String>> methods = new TreeMap<>();

  ForkWriter(RunStore store) {
    this.store = store;
  }

  Fork write(RunHistory source, String stage, List<Checkpoint> shared) {
    source.checkpoints().forEach(this::learn);
    try (RunLog log = create(source)) {
      log.amend(Amendment.Kind.FORK, stage, source.run().toString());
      shared.forEach(one -> log.commit(facts(one), store.read(one)));
      return new Fork(log.run(), shared.size());
    }
  }

  private RunLog create(RunHistory source) {
    OpenFacts facts =
        source
            .opened()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        source.run().toString(),
                        "Cannot fork " + source.run() + ": its first entry cannot be read"));
    RunKey key = new RunKey(source.run().pipeline(), facts.key());
    while (true) {
      int newest = store.newest(key).map(RunHistory::run).map(RunId::generation).orElse(0);
      Optional<RunLog> created = store.create(key, newest + 1, facts);
      if (created.isPresent()) {
        return created.get();
      }
    }
  }

  private void learn(Checkpoint one) {
    if (!one.call().methods().isEmpty()) {
      methods.putIfAbsent(code(one), one.call().methods());
    }
  }

  private static String code(Checkpoint one) {
    return one.call().stage() + " " + one.call().code().hex();
  }

  /** The same call; notes on other entries mean nothing in the new log. */
  private CallFacts facts(Checkpoint one) {
    CallFacts call = one.call();
    Map<String, String> untold = methods.remove(code(one));
    return new CallFacts(
        call.path(),
        call.inputs(),
        call.parts(),
        call.code(),
        untold == null ? Map.of() : untold,
        call.reason(),
        call.began(),
        call.startedAt(),
        call.endedAt(),
        call.codec(),
        call.classes(),
        call.metadata(),
        call.notes().stream().filter(note -> !RecordedCalls.isOnEntries(note)).toList());
  }
}
