package dev.cairn.core.codec;

import dev.cairn.core.error.RestoreException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.hash.ChangeDetector;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a call's inputs at its entry, kept so that it can be put back. For one thread.
 * Memory: references and copies of primitive arrays, at most as much as the state.
 */
public final class Rollback {
  private static final String TASK = "Cannot put the inputs back to what they were; ";

  private static final int SHOWN = 10;

  private final WalkedGraph entry;
  private final List<Kept> kept;
  private final List<Object> tables;

  private Rollback(WalkedGraph entry, List<Kept> kept) {
    this.entry = entry;
    this.kept = kept;
    this.tables = new TableKeys(entry.kinds()).sound(entry);
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
        kept.add(new Kept(number, new Write(object, kind, content(number, object, kind))));
      }
    }
    return new Rollback(entry, kept);
  }

  /**
   * Why the inputs could not be put back if the stage changed all of them, with the path of what
   * stands in the way: a table that does not find one of its keys, say.
   */
  public Optional<String> obstacle() {
    return kept.stream()
        .filter(object -> object.obstacle().isPresent())
        .findFirst()
        .map(object -> entry.path(object.number()) + ": " + object.obstacle().get());
  }

  /** Of the frame without what is never state: that stays as the stage leaves it. */
  private static Content content(int number, Object object, NodeKind kind) {
    Content content = kind.capture(object);
    if (number == 0) {
      kind.layout().slots().stream()
          .filter(slot -> slot.mark() == Mark.UNSAVED)
          .forEach(content::leave);
    }
    return content;
  }

  private static NodeKind kind(WalkedGraph entry, int number) {
    return number == 0
        ? entry.frame().kind()
        : (NodeKind) entry.kinds().of(entry.object(number).getClass());
  }

  /**
   * Puts back what has changed; may be called once per try.
   *
   * @return what was put back
   * @throws RestoreException if that failed: then everything is as the stage left it, unless the
   *     message says that the state is broken
   */
  public Discarded putBack() {
    List<Kept> changed = changed();
    changed.forEach(this::requireNoObstacle);
    Discarded discarded = discarded(changed);
    List<Write> journal = changed.stream().map(Kept::write).map(Write::inverse).toList();
    try {
      perform(changed.stream().map(Kept::write).toList());
      return discarded;
    } catch (Throwable e) {
      undo(journal, e);
      throw new RestoreException(
          "rollback", TASK + "writing failed (" + e + "); they are as the stage left them", e);
    }
  }

  /**
   * What a stage had changed.
   *
   * @param paths of the first ones; a path is as long as the object lies deep, so all of them could
   *     be more than the state
   * @param more how many there were besides
   */
  public record Discarded(List<String> paths, long more) {}

  private Discarded discarded(List<Kept> changed) {
    List<String> first = changed.stream().flatMap(this::paths).limit(SHOWN).toList();
    long all =
        changed.stream()
            .mapToLong(object -> object.number() == 0 ? assigned(object.write()).count() : 1)
            .sum();
    return new Discarded(first, all - first.size());
  }

  private List<Kept> changed() {
    try {
      ChangeDetector changes = entry.changes();
      return kept.stream().filter(object -> hasChanged(changes, object)).toList();
    } catch (RuntimeException e) {
      throw new RestoreException(
          "rollback", TASK + "they cannot be read (" + e + "); they are as the stage left them", e);
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

  private void perform(List<Write> writes) {
    Writes.perform(entry.kinds(), writes);
    Writes.rehash(entry.kinds(), tables);
  }

  private void undo(List<Write> journal, Throwable failure) {
    try {
      perform(journal);
    } catch (Throwable e) {
      e.addSuppressed(failure);
      throw new RestoreException(
          "rollback", TASK + "nor undo what was written (" + e + "): the state is broken", e);
    }
  }

  private Stream<String> paths(Kept object) {
    return object.number() == 0 ? assigned(object.write()) : Stream.of(entry.path(object.number()));
  }

  /** The places of the frame that hold something else now. */
  private static Stream<String> assigned(Write frame) {
    Content had = frame.content();
    Content has = frame.kind().capture(frame.target());
    return frame.kind().layout().slots().stream()
        .filter(slot -> !had.isLeft(slot) && !isSame(had.get(slot), has.get(slot)))
        .map(Slot::name);
  }

  /** Fields of primitive type are boxed anew each time. */
  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    boolean boxed = one instanceof Number || one instanceof Boolean || one instanceof Character;
    return one == other || (one != null && boxed && one.equals(other));
  }
}
