package dev.cairn.core;

import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.ExportedCheckpoint;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.OpenFacts;
import java.util.Map;
import java.util.Optional;

/** Takes checkpoints out of a store, each as one file, and into one. */
public final class StateTransfer {
  private final RunStore store;

  /** Works on a store that the caller opened and closes. */
  public StateTransfer(RunStore store) {
    this.store = store;
  }

  /**
   * A checkpoint as a file of its own.
   *
   * @throws dev.cairn.core.error.DamagedException if it is not what was written
   */
  public ExportedCheckpoint exported(Checkpoint checkpoint) {
    return ExportedCheckpoint.of(checkpoint, store.read(checkpoint));
  }

  /**
   * Saves an exported checkpoint as a state of {@link Checkpoints}: into the run of that name,
   * which is never complete.
   *
   * @param name of the {@link Checkpoints}
   * @param id what the state is called; by default as before, or by its run and entry
   * @throws dev.cairn.core.error.RunInProgressException if another process writes under this name
   */
  public SavedState into(String name, Optional<String> id, ExportedCheckpoint exported) {
    CallFacts call = exported.call();
    OpenFacts facts = new OpenFacts(OwnRun.keyText(), call.inputs(), "Checkpoints", Map.of());
    try (OwnRun run = new OwnRun(() -> store, name, () -> facts)) {
      return SavedState.of(
          run.save(
              Optional.of(Checkpoints.checked(id.orElseGet(() -> idOf(exported)))),
              (saved, place) -> renamed(call, saved, place),
              exported.raw(),
              true));
    }
  }

  private static String idOf(ExportedCheckpoint exported) {
    return SavedState.isSaved(exported.call())
        ? SavedState.id(exported.call())
        : exported.run() + "#" + exported.entry();
  }

  private static CallFacts renamed(CallFacts call, String id, long place) {
    return new CallFacts(
        CallPath.ROOT.child(SavedState.key(id)),
        call.inputs(),
        call.parts(),
        call.code(),
        Map.of(),
        call.reason(),
        place,
        call.startedAt(),
        call.endedAt(),
        call.codec(),
        call.classes(),
        call.metadata(),
        call.notes());
  }
}
