package dev.cairn.core.codec;

import dev.cairn.core.error.RestoreException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.hash.ChangeDetector;
import dev.cairn.core.graph.kind.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The content of a call's inputs at its entry, kept so that it can be put back. For one thread.
 * Memory: as much as the state.
 */
public final class Rollback {
  private final WalkedGraph entry;
  private final List<Kept> kept;

  private Rollback(WalkedGraph entry, List<Kept> kept) {
    this.entry = entry;
    this.kept = kept;
  }

  /** An object with the content that it had, and why that could not be put back, if so. */
  private record Kept(int number, Write write, Optional<String> obstacle) {
    Kept(int number, Write write) {
      this(number, write, write.obstacle());
    }
  }

  /** Keeps the content of all inputs. */
  public static Rollback of(WalkedGraph entry) {
    List<Kept> kept = new ArrayList<>(entry.size());
    for (int number = 0; number < entry.size(); number++) {
      if (entry.isState(number)) {
        Object object = entry.object(number);
        NodeKind kind = kind(entry, number);
        kept.add(new Kept(number, new Write(object, kind, kind.capture(object))));
      }
    }
    return new Rollback(entry, kept);
  }

  private static NodeKind kind(WalkedGraph entry, int number) {
    return number == 0
        ? entry.frame().kind()
        : (NodeKind) entry.kinds().of(entry.object(number).getClass());
  }

  /**
   * Puts back what has changed; may be called once per try.
   *
   * @return the paths of the objects that were put back
   * @throws RestoreException if that failed
   */
  public List<String> putBack() {
    try {
      ChangeDetector changes = entry.changes();
      List<Kept> changed = kept.stream().filter(object -> hasChanged(changes, object)).toList();
      changed.forEach(this::requireNoObstacle);
      Writes.perform(entry.kinds(), changed.stream().map(Kept::write).toList());
      return changed.stream().map(object -> entry.path(object.number())).toList();
    } catch (RestoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RestoreException(
          "rollback",
          "Cannot put the inputs back to what they were (" + e + "): the state is" + " broken",
          e);
    }
  }

  private void requireNoObstacle(Kept object) {
    if (object.obstacle().isPresent()) {
      String path = entry.path(object.number());
      throw new RestoreException(
          path,
          "Cannot put back "
              + path
              + ": "
              + object.obstacle().get()
              + "; it is as the stage left it");
    }
  }

  private static boolean hasChanged(ChangeDetector changes, Kept object) {
    NodeKind kind = object.write().kind();
    kind.visit(object.write().target(), changes.begin(object.number(), kind));
    return !changes.isUnchanged(object.number());
  }
}
