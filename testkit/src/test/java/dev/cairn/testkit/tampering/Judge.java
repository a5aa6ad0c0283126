package dev.cairn.testkit.tampering;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.MemoryStorage;
import dev.cairn.testkit.crash.States;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Says what becomes of a store in which something was forged: who reads it, and who goes on. */
final class Judge {
  private static final int LATER = 900;
  private static final Payload NO_RESULT = Payload.of(new byte[0]);

  private final Specimen specimen;
  private final Layer layer;
  private final Seen whole;

  /**
   * For one store.
   *
   * @param layer what stands between it and its storage
   */
  Judge(Specimen specimen, Layer layer) {
    this.specimen = specimen;
    this.layer = layer;
    this.whole = read(Content.storage(specimen.now()), Set.of());
  }

  /**
   * What a reader sees.
   *
   * @param shown all that it is told and served, in words
   * @param found whether it is told that something is wrong
   * @param wrong whether it is served what nobody saved
   */
  private record Seen(List<String> shown, boolean found, boolean wrong) {
    static final Seen NOTHING = new Seen(List.of(), false, false);
  }

  Verdict of(Forgery forgery) {
    Map<StorageKey, byte[]> forged = new HashMap<>(specimen.now());
    forged.putAll(forgery.changes());
    MemoryStorage storage = Content.storage(forged);
    Seen seen = read(storage, forgery.changes().keySet());
    goOn(storage);
    if (seen.wrong()) {
      return Verdict.SERVED;
    } else if (!isAllThere(forged, Content.of(storage))) {
      return Verdict.REMOVED;
    } else if (seen.found()) {
      return Verdict.FOUND;
    }
    return seen.equals(whole) ? Verdict.HARMLESS : Verdict.UNNOTICED;
  }

  private boolean isAllThere(Map<StorageKey, byte[]> before, Map<StorageKey, byte[]> after) {
    return before.keySet().stream()
        .filter(key -> Kind.of(key) != Kind.BEAT && !isDeleted(key))
        .allMatch(key -> Arrays.equals(before.get(key), after.get(key)));
  }

  /** Whether it was put into a run that is deleted. */
  private boolean isDeleted(StorageKey key) {
    return !specimen.now().containsKey(key)
        && specimen.now().keySet().stream()
            .anyMatch(
                tomb ->
                    Kind.of(tomb) == Kind.TOMB
                        && key.path().startsWith(tomb.path().replace("TOMB", "")));
  }

  private Seen read(MemoryStorage storage, Set<StorageKey> changed) {
    try (RunStore store =
        RunStore.openReadOnly(layer.over(storage), specimen.options(), specimen.secret())) {
      List<Seen> runs = store.runs().stream().map(run -> read(store, run, changed)).toList();
      return new Seen(
          runs.stream().flatMap(run -> run.shown().stream()).toList(),
          runs.stream().anyMatch(Seen::found),
          runs.stream().anyMatch(Seen::wrong));
    } catch (CairnException closed) {
      return new Seen(List.of(), true, false);
    }
  }

  private Seen read(RunStore store, RunId run, Set<StorageKey> changed) {
    return store.find(run).map(history -> read(store, history, changed)).orElse(Seen.NOTHING);
  }

  private Seen read(RunStore store, RunHistory history, Set<StorageKey> changed) {
    List<String> shown = new ArrayList<>();
    shown.add(history.run() + " " + history.status() + " " + history.attempts().size());
    shown.add(history.amendments() + " " + history.undone());
    boolean found = !history.damages().isEmpty();
    boolean wrong = false;
    for (Checkpoint one : history.checkpoints().stream().filter(history::isUsable).toList()) {
      shown.add("entry " + one.seq() + " has state " + one.call().began());
      if (isConcerned(one, changed)) {
        Optional<byte[]> served = served(() -> store.read(one));
        found |= served.isEmpty();
        wrong |= served.filter(state -> !isAsSaved(one, state)).isPresent();
      }
    }
    Optional<byte[]> result = served(() -> store.readResult(history).orElse(NO_RESULT));
    shown.add("result " + Arrays.hashCode(result.orElse(new byte[0])));
    return new Seen(shown, found || result.isEmpty(), wrong);
  }

  // A pack takes long to read; what stands in other files has no part in it.
  private static boolean isConcerned(Checkpoint one, Set<StorageKey> changed) {
    boolean inItsEntry = one.payload().pack().isEmpty() && !one.payload().isDelta();
    return inItsEntry
        || changed.stream()
            .map(StorageKey::name)
            .anyMatch(name -> name.endsWith(".pack") || name.endsWith(one.seq() + ".json"));
  }

  private boolean isAsSaved(Checkpoint one, byte[] state) {
    return Arrays.equals(state, specimen.saved().get(one));
  }

  private static Optional<byte[]> served(Supplier<Payload> reading) {
    try {
      return Optional.of(reading.get().toBytes());
    } catch (CairnException told) {
      return Optional.empty();
    }
  }

  /** Resumes what can be resumed, and deletes again what was deleted. */
  private void goOn(MemoryStorage storage) {
    try (RunStore store =
        RunStore.open(layer.over(storage), specimen.options(), specimen.secret())) {
      store.runs().stream()
          .map(store::find)
          .flatMap(Optional::stream)
          .forEach(run -> goOn(store, run));
    } catch (CairnException refused) {
      // Whoever cannot go on has changed nothing.
    }
  }

  private static void goOn(RunStore store, RunHistory run) {
    try {
      if (run.status() == Status.DELETED) {
        store.delete(run);
      } else if (store.claim(run) instanceof Claim.Claimed claimed) {
        claimed.log().commit(States.call(LATER), Payload.of(States.state(LATER)));
      }
    } catch (CairnException refused) {
      // Another run may still be of use.
    }
  }
}
